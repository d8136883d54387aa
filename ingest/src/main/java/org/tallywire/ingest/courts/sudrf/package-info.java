/**
 * Courts of general jurisdiction and military courts of Russia (sudrf.ru): list and card pages of both page generations.
 * A page is judged before it is read; takes a page, gives one record per case and instance, list row and card under the same
 * id. Feeds the registry of court readers.
 */
@NullMarked
package org.tallywire.ingest.courts.sudrf;

import org.jspecify.annotations.NullMarked;

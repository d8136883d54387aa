/**
 * US federal courts: the RSS feed of each court, in the dialects of district, bankruptcy and appellate courts. Takes a
 * feed, gives one record per docket entry. Feeds the registry of court readers.
 */
@NullMarked
package org.tallywire.ingest.courts.pacer;

import org.jspecify.annotations.NullMarked;

/**
 * The catalogue of sources: takes sources.yaml, gives {@code Source} records with every error and its line, and brings
 * [sources] in line with them. Feeds the commands; the services read [sources] only.
 */
@NullMarked
package org.tallywire.ingest.sources;

import org.jspecify.annotations.NullMarked;

/**
 * What all court readers share: decoding, case titles reduced to roles, counted parties, masked failures, dates, and the
 * revision logic that joins what was known of a document with what a page says now. Takes and gives court records without
 * names. Feeds the readers and the poller.
 */
@NullMarked
package org.tallywire.ingest.courts.cases;

import org.jspecify.annotations.NullMarked;

/**
 * Court registers to court records without names of private persons. Takes answers of registers, gives {@code CourtRecord}s
 * and the reasons why a page is none. {@link org.tallywire.ingest.courts.CourtReaders} is the registry; one package per
 * register behind it. Feeds the poller of ingest-courts and the command {@code read}.
 */
@NullMarked
package org.tallywire.ingest.courts;

import org.jspecify.annotations.NullMarked;

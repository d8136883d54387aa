/** The Ukrainian register of court decisions as yearly archives of tab-separated tables. Takes an archive or its documents table, gives one record per document. Feeds the registry of court readers. */
@NullMarked
package org.tallywire.ingest.courts.edrsr;

import org.jspecify.annotations.NullMarked;

/** Judgments and decisions of the European Court of Human Rights (HUDOC) as JSON. Takes a page of results, gives one record per document and language. Feeds the registry of court readers. */
@NullMarked
package org.tallywire.ingest.courts.hudoc;

import org.jspecify.annotations.NullMarked;

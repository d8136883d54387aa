/** Sources to articles and court records: polling, fetching, reading. Takes [sources], gives [news.articles], [court.records], [source.health], [failures]. */
@NullMarked
package org.tallywire.ingest;

import org.jspecify.annotations.NullMarked;

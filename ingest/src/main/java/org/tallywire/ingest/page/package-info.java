/**
 * Article pages. Takes a page as fetched, gives its title, date, canonical address, language and the article's text with
 * regions and links; also the text of a feed body. HTML ends here. Feeds the poller and the command {@code body}.
 */
@NullMarked
package org.tallywire.ingest.page;

import org.jspecify.annotations.NullMarked;

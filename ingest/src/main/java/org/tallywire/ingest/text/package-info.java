/** Bytes to text for feeds and pages: the charset ladder and the repair of text that was decoded twice. Pure. */
@NullMarked
package org.tallywire.ingest.text;

import org.jspecify.annotations.NullMarked;

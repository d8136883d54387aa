/**
 * Words that courts use: outcomes, events, roles, statutes, and the vocabulary that may leave a reader. Takes cells of
 * registers, gives enums and masked text; all of it is rows in files. Feeds every court reader.
 */
@NullMarked
package org.tallywire.ingest.courts.words;

import org.jspecify.annotations.NullMarked;

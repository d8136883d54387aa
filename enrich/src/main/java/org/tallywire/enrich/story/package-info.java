/**
 * The same text twice: groups of copies by MinHash over word shingles. Takes tokens without furniture, gives each document the id
 * of the first document of its group. Pure decisions over a small store of keys and values; feeds {@code story} in entities, so
 * that ten carriers of one text count as one source.
 */
@NullMarked
package org.tallywire.enrich.story;

import org.jspecify.annotations.NullMarked;

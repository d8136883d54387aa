/**
 * The token layer: text to {@link org.tallywire.enrich.text.Tokens} in one pass, the language, and lexicons over folded words.
 * Takes the article's text as it is stored and never changes it: every offset is a UTF-16 index into that text. Feeds the
 * finders of outlets, statutes, furniture, numerals and claims.
 */
@NullMarked
package org.tallywire.enrich.text;

import org.jspecify.annotations.NullMarked;

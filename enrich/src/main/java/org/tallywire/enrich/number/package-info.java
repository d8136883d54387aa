/**
 * Numerals: digits, words and mixtures of both to values, in English, Russian and Ukrainian, and what each numeral is about. Takes
 * {@link org.tallywire.enrich.text.Tokens}, gives {@link org.tallywire.enrich.number.Numeral}s in order of the text. Feeds the
 * claim rules, which look only at numerals typed as counts.
 */
@NullMarked
package org.tallywire.enrich.number;

import org.jspecify.annotations.NullMarked;

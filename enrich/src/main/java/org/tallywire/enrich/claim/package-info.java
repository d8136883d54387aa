/**
 * Count claims: which numerals of a text are published numbers of persons, cases, verdicts, requests or events, and with what
 * bound, period, publisher, scope, comparison and relation. Takes {@link org.tallywire.enrich.text.Tokens} and what the finders of
 * numerals, periods, outlets, statutes and furniture found; gives {@link org.tallywire.avro.ClaimMention}s and the type of every
 * numeral. Feeds {@code Extractor}.
 */
@NullMarked
package org.tallywire.enrich.claim;

import org.jspecify.annotations.NullMarked;

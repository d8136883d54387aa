/**
 * Words of time to half-open date intervals and rates: months, quarters, seasons, dates, "since the invasion", "last month",
 * "a week". Takes {@link org.tallywire.enrich.text.Tokens} and numerals, with the day of publication as reference; gives
 * {@link org.tallywire.enrich.period.Period}s with their tokens. Feeds the typing of numerals and the claims.
 */
@NullMarked
package org.tallywire.enrich.period;

import org.jspecify.annotations.NullMarked;

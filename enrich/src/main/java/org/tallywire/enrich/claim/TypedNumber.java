package org.tallywire.enrich.claim;

/**
 * A numeral of a text and what it is about.
 *
 * @param text the numeral as written
 * @param value its value, the lower end of a range; NaN if the words give none
 * @param high upper end of a range, else NaN
 * @param type what it is about
 * @param start UTF-16 offset
 * @param end UTF-16 offset, exclusive
 * @param why why it is no claim; empty for claims
 */
public record TypedNumber(String text, double value, double high, NumberType type, int start, int end, String why) {}

package org.tallywire.enrich.claim;

/**
 * A phrase of a lexicon in a sentence.
 *
 * @param from first token
 * @param to token after the last one
 * @param value what the data file says about it
 */
record Mark(int from, int to, String value) {}

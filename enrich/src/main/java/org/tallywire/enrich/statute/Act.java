package org.tallywire.enrich.statute;

/**
 * An act as a text names it.
 *
 * @param family criminal, administrative, ..., usc; "-" for an instrument that is no statute of ours
 * @param state the state that the text names beside it; empty: it names none
 * @param hint the state that the form itself suggests; empty: none
 * @param first its first token
 * @param after the token behind it
 */
record Act(String family, String state, String hint, int first, int after) {
    boolean foreign() {
        return family.equals("-");
    }
}

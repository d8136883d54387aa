package org.tallywire.enrich.claim;

/** What a numeral is about. Only COUNT can be a claim. */
public enum NumberType {
    COUNT,
    VAGUE,
    PERCENT,
    /** Part of a whole, a claim of kind SHARE. */
    SHARE,
    CHANGE,
    DATE,
    TIME,
    DURATION,
    AGE,
    PENALTY,
    MONEY,
    MEASURE,
    OBJECTS,
    INSTITUTIONS,
    STATUTE,
    IDENTIFIER,
    ORDINAL,
    RANK,
    SCORE,
    IDIOM,
    FRACTION,
    TIMES,
    BASE,
    MEDICAL,
    NARRATIVE,
    HYPOTHETICAL,
    BOILERPLATE,
    /** Counts something, but nothing that claims are made of. */
    UNCOUNTED
}

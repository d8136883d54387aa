package org.tallywire.enrich.statute;

/**
 * What a word means inside a citation.
 *
 * @param kind its part in the grammar
 * @param value of an ordinal or month, else 0
 */
record Label(Kind kind, int value) {
    /** Kinds of {@code labels.tsv}. */
    enum Kind {
        ARTICLE,
        PART,
        POINT,
        SECTION,
        NOTE,
        TITLE,
        DECREE,
        ORDER,
        LAW,
        FZ,
        NUMBER,
        LINK,
        ORDINAL,
        MONTH,
        YEAR,
        CHARGE,
        PRIOR
    }
}

package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;

/** One article of a citation and what it names of it; filled while the citation is read. */
final class Cite {
    final String article;
    final int rangeTo;
    final List<String> parts = new ArrayList<>();
    final List<String> points = new ArrayList<>();
    boolean note;

    Cite(Numeral numeral) {
        article = numeral.text();
        rangeTo = numeral.rangeTo();
        for (String inner : numeral.inner()) {
            if (Character.isDigit(inner.charAt(0)) && parts.isEmpty()) {
                parts.add(inner);
            } else {
                points.add(inner);
            }
        }
    }
}

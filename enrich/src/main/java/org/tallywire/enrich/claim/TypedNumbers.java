package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.text.Tokens;

/** Every numeral of a text and what it is about, in order. */
final class TypedNumbers {
    private final Tokens tokens;
    private final List<TypedNumber> list = new ArrayList<>();

    TypedNumbers(Tokens tokens) {
        this.tokens = tokens;
    }

    List<TypedNumber> list() {
        return list;
    }

    int size() {
        return list.size();
    }

    NumberType type(int index) {
        return list.get(index).type();
    }

    void add(Numeral numeral, NumberType type) {
        list.add(typed(numeral, type));
    }

    /** Gives a numeral another type; it stands at this place or behind. */
    void retype(Numeral numeral, int first, NumberType type) {
        for (int k = first; k < list.size(); k++) {
            if (list.get(k).start() == tokens.start(numeral.from())) {
                list.set(k, typed(numeral, type));
            }
        }
    }

    private TypedNumber typed(Numeral numeral, NumberType type) {
        int start = tokens.start(numeral.from());
        int end = tokens.end(numeral.to() - 1);
        String why = type == NumberType.COUNT ? "" : type.name().toLowerCase(Locale.ROOT);
        return new TypedNumber(
                tokens.text().substring(start, end), numeral.value(), numeral.high(), type, start, end, why);
    }
}

package org.tallywire.enrich.number;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numerals of a text, to be asked for by token.
 *
 * @param list in order, without overlap
 */
public record Numerals(List<Numeral> list) {
    /** Index of the numeral that covers this token; -1 if none does. */
    public int indexAt(int token) {
        int index = firstFrom(token);
        if (index < list.size() && list.get(index).from() == token) {
            return index;
        }
        return index > 0 && list.get(index - 1).to() > token ? index - 1 : -1;
    }

    /** The numeral that begins at this token; null if none does. */
    public @Nullable Numeral startingAt(int token) {
        int index = firstFrom(token);
        return index < list.size() && list.get(index).from() == token ? list.get(index) : null;
    }

    /** Index of the first numeral that begins at this token or later. */
    public int firstFrom(int token) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).from() >= token) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

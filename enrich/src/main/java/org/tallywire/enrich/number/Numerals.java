package org.tallywire.enrich.number;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numerals of a text, to be asked for by token. */
public final class Numerals {
    private final List<Numeral> list;
    /** By token: index of the first numeral that begins there or later. */
    private final int[] next;

    /** Numerals in order, without overlap. */
    public Numerals(List<Numeral> list) {
        this.list = list;
        next = new int[list.isEmpty() ? 0 : list.getLast().from() + 1];
        int token = 0;
        for (int index = 0; index < list.size(); index++) {
            Arrays.fill(next, token, list.get(index).from() + 1, index);
            token = list.get(index).from() + 1;
        }
    }

    /** All of them, in order. */
    public List<Numeral> list() {
        return list;
    }

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
        return token >= next.length ? list.size() : token <= 0 ? 0 : next[token];
    }
}

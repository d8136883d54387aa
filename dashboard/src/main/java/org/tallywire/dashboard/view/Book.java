package org.tallywire.dashboard.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest row of each key of one compacted topic; above its limit the least of them, by an order, makes room. */
final class Book<R> {
    private final Map<String, R> rows = new HashMap<>();
    private final Comparator<R> order;
    private final int limit;
    private long leftOut;

    /** @param order best first: the list is shown in it, and the last one is left out when there are too many */
    Book(int limit, Comparator<R> order) {
        this.limit = limit;
        this.order = order;
    }

    synchronized void put(String key, R row) {
        rows.put(key, row);
        if (rows.size() > limit) {
            rows.entrySet().stream()
                    .max(Map.Entry.comparingByValue(order))
                    .map(Map.Entry::getKey)
                    .ifPresent(rows::remove);
            leftOut++;
        }
    }

    synchronized void remove(String key) {
        rows.remove(key);
    }

    synchronized List<R> all() {
        List<R> all = new ArrayList<>(rows.values());
        all.sort(order);
        return all;
    }

    /** How many rows did not fit since the start. */
    synchronized long leftOut() {
        return leftOut;
    }
}

package org.tallywire.aggregate.flow;

import java.util.Collection;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tallywire.aggregate.claims.OwnCounts;
import org.tallywire.avro.OwnDay;

/** Our own counts beside the claims of one shelf, in the store. Keys are {@code shelf|family|statutes|day}. */
record OwnShelf(KeyValueStore<String, OwnDay> store, String shelf) {
    private static final String LAST = "\uffff";
    private static final String MARK = "\n";

    void put(OwnDay day) {
        store.put(prefix(day) + day.getDay(), day.getCount() == 0 ? null : day);
    }

    /** Says that the count of a set of statutes on this shelf moved. */
    String mark(String statutes) {
        return shelf + MARK + statutes;
    }

    /** True for a mark, false for the name of a group. */
    static boolean isMark(String key) {
        return key.contains(MARK);
    }

    /** Shelf of a mark. */
    static String shelf(String mark) {
        return mark.substring(0, mark.indexOf(MARK));
    }

    /** Set of statutes of a mark. */
    static String statutes(String mark) {
        return mark.substring(mark.indexOf(MARK) + MARK.length());
    }

    /** Hands over the counts of all sets that have a statute of the scope; sets that have none cost one look each. */
    void read(Collection<String> scope, OwnCounts into) {
        String end = shelf + "|" + LAST;
        String from = shelf + "|";
        while (true) {
            OwnDay first;
            try (KeyValueIterator<String, OwnDay> rest = store.range(from, end)) {
                if (!rest.hasNext()) {
                    return;
                }
                first = rest.next().value;
            }
            if (OwnCounts.meets(first.getStatutes(), scope)) {
                try (KeyValueIterator<String, OwnDay> days = store.range(prefix(first), prefix(first) + LAST)) {
                    days.forEachRemaining(day -> into.put(day.value));
                }
            }
            from = prefix(first) + LAST;
        }
    }

    private String prefix(OwnDay day) {
        return shelf + "|" + day.getName() + "|" + day.getStatutes() + "|";
    }
}

package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;

/**
 * Items that a series takes in, and the day on which they count.
 *
 * @param day which day of the document
 * @param where for each field the values of which an item must have one; empty: every item of the kind
 */
public record Feed(@JsonProperty(required = true) DayField day, Map<Field, Set<String>> where) {
    public Feed(DayField day, Map<Field, Set<String>> where) {
        this.day = day;
        this.where = where == null ? Map.of() : Map.copyOf(where);
    }

    /** True if the item has one of the wanted values in every field. */
    public boolean takes(Item item) {
        return where.entrySet().stream()
                .allMatch(wanted -> wanted.getKey().values(item).stream().anyMatch(wanted.getValue()::contains));
    }
}

package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items that a series takes in, and the day on which they count.
 *
 * @param day which day of the document
 * @param where for each field the values of which an item must have one; empty: every item of the kind
 * @param except for each field values of which an item may have none
 */
public record Feed(
        @JsonProperty(required = true) DayField day, Map<Field, Set<String>> where, Map<Field, Set<String>> except) {
    public Feed(DayField day, @Nullable Map<Field, Set<String>> where, @Nullable Map<Field, Set<String>> except) {
        this.day = day;
        this.where = where == null ? Map.of() : Map.copyOf(where);
        this.except = except == null ? Map.of() : Map.copyOf(except);
    }

    /** True if the item has one of the wanted values in every field, and no unwanted one. */
    public boolean takes(Item item) {
        return where.entrySet().stream().allMatch(wanted -> has(item, wanted))
                && except.entrySet().stream().noneMatch(unwanted -> has(item, unwanted));
    }

    private static boolean has(Item item, Map.Entry<Field, Set<String>> values) {
        return values.getKey().values(item).stream().anyMatch(values.getValue()::contains);
    }
}

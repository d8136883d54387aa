package org.tallywire.aggregate.series;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes series ids: the name, then the labels sorted by name, e.g. {@code court.filed{court=exnd,statute=ru/uk/a337}}; the total
 * has no braces. Characters that would break the id or the key {@code series|day} are written as %hh.
 */
public final class SeriesId {
    private static final String RESERVED = "%|{},=";

    private SeriesId() {}

    public static String of(String name, Map<String, String> labels) {
        if (labels.isEmpty()) {
            return name;
        }
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + escape(label.getValue()))
                        .collect(Collectors.joining(",", name + "{", "}"));
    }

    private static String escape(String value) {
        return value.chars()
                .mapToObj(c -> RESERVED.indexOf(c) >= 0 ? "%" + Integer.toHexString(c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}

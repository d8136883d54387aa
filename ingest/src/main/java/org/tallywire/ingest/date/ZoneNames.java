package org.tallywire.ingest.date;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.Rows;

/** Zone abbreviations by a table of our own: the JDK reads unknown ones as GMT without a word. */
final class ZoneNames {
    private record Meaning(ZoneId zone, String place) {}

    private static final Map<String, List<Meaning>> NAMES = new HashMap<>();

    static {
        for (String[] row : Rows.of(ZoneNames.class, "zones.tsv")) {
            Meaning meaning = new Meaning(ZoneId.of(row[1]), row[2]);
            NAMES.merge(row[0], List.of(meaning), ZoneNames::joined);
        }
    }

    private ZoneNames() {}

    private static List<Meaning> joined(List<Meaning> first, List<Meaning> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Meaning of a name for a source in {@code home}; null when the table does not know it there. */
    static @Nullable ZoneId of(String name, ZoneId home) {
        ZoneId byDefault = null;
        for (Meaning meaning : NAMES.getOrDefault(name.toUpperCase(Locale.ROOT), List.of())) {
            if (meaning.place().isEmpty()) {
                byDefault = meaning.zone();
            } else if (home.getId().startsWith(meaning.place())) {
                return meaning.zone();
            }
        }
        return byDefault;
    }

    /** Offset from its digits: h, hh, hmm, hhmm; null outside of +-18 hours. */
    static @Nullable ZoneOffset offset(boolean minus, int hours, int minutes) {
        int total = hours * 60 + minutes;
        if (hours < 0 || minutes < 0 || minutes > 59 || total > 18 * 60) {
            return null;
        }
        return ZoneOffset.ofTotalSeconds((minus ? -total : total) * 60);
    }
}

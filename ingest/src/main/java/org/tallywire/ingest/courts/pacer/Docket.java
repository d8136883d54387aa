package org.tallywire.ingest.courts.pacer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Proceeding;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.WordTable;

/**
 * The docket number at the head of a title, and the title behind it. Shapes: district {@code 1:26-cr-00017-ABC-1},
 * bankruptcy {@code 26-10031-xyz}, appellate {@code 26-1017}; the initials of judges are dropped.
 *
 * @param number without judge and defendant, e.g. {@code 1:26-cr-00017}
 * @param type letters of the number, e.g. {@code cr}; empty in bankruptcy and appellate numbers
 * @param defendant number of the defendant behind the judges' initials; 0: the whole case
 * @param title what follows the number; it may hold names
 */
public record Docket(String number, String type, int defendant, String title) {
    private static final Pattern DISTRICT =
            Pattern.compile("^((?:\\d:)?\\d\\d-([A-Za-z]{1,5})-\\d{1,10})(?![\\p{L}\\d~])(\\S*)\\s*(.*)$");
    private static final Pattern PLAIN =
            Pattern.compile("^((?:\\d:)?\\d\\d-\\d{1,10})(?![\\p{L}\\d~:])(\\S*)\\s*(.*)$");
    private static final Pattern DEFENDANT = Pattern.compile("-(\\d{1,4})$");
    private static final Map<String, Proceeding> TYPES = WordTable.rows(Docket.class, "docket-types.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(1), row -> Proceeding.valueOf(row.get(0))));

    /** Null: the title does not begin with a docket number. */
    public static @Nullable Docket parse(String title) {
        String text = Plain.text(title);
        for (Pattern shape : List.of(DISTRICT, PLAIN)) {
            Matcher m = shape.matcher(text);
            if (m.matches()) {
                String type = shape == DISTRICT ? m.group(2).toLowerCase(Locale.ROOT) : "";
                Matcher last = DEFENDANT.matcher(m.group(m.groupCount() - 1));
                int defendant = shape == DISTRICT && last.find() ? Integer.parseInt(last.group(1)) : 0;
                return new Docket(m.group(1).toLowerCase(Locale.ROOT), type, defendant, m.group(m.groupCount()));
            }
        }
        return null;
    }

    /** Kind of proceeding by the letters of the number; UNKNOWN if the table has none. */
    public Proceeding proceeding() {
        return proceeding(type);
    }

    static Proceeding proceeding(String type) {
        return TYPES.getOrDefault(type.toLowerCase(Locale.ROOT), Proceeding.UNKNOWN);
    }
}

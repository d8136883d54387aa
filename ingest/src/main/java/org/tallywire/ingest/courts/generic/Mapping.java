package org.tallywire.ingest.courts.generic;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.Proceeding;
import org.tallywire.avro.RecordKind;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.PublicWords;
import org.tallywire.ingest.courts.words.WordTable;

/**
 * Which column of a file is which field. Keys of the source's options:
 *
 * <ul>
 *   <li>{@code column.<field>}: heading of the column (JSON: name, or a path like {@code court/id}). Fields: id, case, court,
 *       courtName, filed, decided, inForce, posted, statute, outcome, proceeding, instance, status, url, defendants, caseKey.
 *       A field without a key is looked for by the usual headings ({@code columns.tsv}).
 *   <li>{@code separator} (a character or {@code tab}; found out if absent), {@code charset}, {@code items} (JSON: path of
 *       the array), {@code date.format} (pattern of java.time, e.g. {@code dd/MM/yyyy}; ISO and dd.MM.yyyy are always read).
 *   <li>{@code statute}: charges of every row; {@code statute.act}: act of articles without a code, e.g. {@code ru/uk}.
 *   <li>{@code proceeding}, {@code instance}, {@code record.kind}: names of the enums, where no column says.
 *   <li>{@code outcome.<words>}: class of an outcome by the words of this register, e.g. {@code outcome.plea=CONVICTED}.
 *   <li>{@code withdrawn}: words of the status column, parted by commas, that take a record away.
 *   <li>{@code complete}: false if the file is an excerpt, so that a missing row means nothing.
 * </ul>
 *
 * @param columns heading by field, only those that the file has
 * @param faults what is wrong with the mapping, in words; a mapping with faults reads nothing
 */
record Mapping(Map<String, String> columns, Map<String, String> options, List<String> faults) {
    private static final String COLUMN = "column.";
    private static final String OUTCOME = "outcome.";
    private static final List<List<String>> USUAL = WordTable.rows(Mapping.class, "columns.tsv", 2);
    private static final Set<String> FIELDS =
            USUAL.stream().map(row -> row.get(0)).collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> FAMILIES = Set.of("date", "statute", "record");
    private static final Set<String> KNOWN = Set.of("date.format", "statute", "statute.act", "record.kind");

    /** The mapping of a source over the headings of a file. */
    static Mapping of(Source source, List<String> headings) {
        Map<String, String> options = source.getOptions();
        List<String> faults = new ArrayList<>(optionFaults(options));
        Map<String, String> columns = new HashMap<>();
        for (String field : FIELDS) {
            String named = options.get(COLUMN + field);
            String heading = named == null ? usual(field, headings) : named(named, headings);
            if (!heading.isEmpty()) {
                columns.put(field, heading);
            } else if (named != null) {
                faults.add(COLUMN + field + "=" + named + " is no column; there are: " + shown(headings));
            }
        }
        if (faults.isEmpty() && !columns.containsKey("case") && !columns.containsKey("id")) {
            faults.add("neither column.case nor column.id is mapped; there are: " + shown(headings));
        }
        return new Mapping(Map.copyOf(columns), Map.copyOf(options), List.copyOf(faults));
    }

    /** Cell of a field, plain; empty if the file has no such column or the row no such value. */
    String cell(Map<String, String> row, String field) {
        String heading = columns.get(field);
        return heading == null ? "" : Plain.text(row.getOrDefault(heading, ""));
    }

    String option(String key) {
        return options.getOrDefault(key, "").strip();
    }

    /** Outcome class that the source gives to words; NONE: it says nothing about them. */
    Outcome outcome(String words) {
        for (Map.Entry<String, String> option : options.entrySet()) {
            String key = option.getKey();
            if (key.startsWith(OUTCOME)
                    && Plain.key(key.substring(OUTCOME.length())).equals(Plain.key(words))) {
                return Outcome.valueOf(option.getValue().strip());
            }
        }
        return Outcome.NONE;
    }

    private static List<String> optionFaults(Map<String, String> options) {
        List<String> faults = new ArrayList<>();
        options.forEach((key, value) -> {
            String family = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
            if (key.startsWith(COLUMN) && !FIELDS.contains(key.substring(COLUMN.length()))) {
                faults.add(key + ": no such field; fields are " + String.join(", ", FIELDS));
            } else if (FAMILIES.contains(family) && !KNOWN.contains(key)) {
                faults.add(key + ": no such setting");
            } else if (!valueFault(key, value.strip()).isEmpty()) {
                faults.add(key + "=" + value + ": " + valueFault(key, value.strip()));
            }
        });
        return faults.stream().sorted().toList();
    }

    private static String valueFault(String key, String value) {
        return switch (key) {
            case "proceeding" -> enumFault(Proceeding.class, value);
            case "instance" -> enumFault(Instance.class, value);
            case "record.kind" -> enumFault(RecordKind.class, value);
            case "date.format" -> patternFault(value);
            case "separator" ->
                value.length() == 1 || value.equals("tab") || value.isEmpty() ? "" : "not one character";
            default -> key.startsWith(OUTCOME) ? enumFault(Outcome.class, value) : "";
        };
    }

    private static <E extends Enum<E>> String enumFault(Class<E> type, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return "";
            }
        }
        return "not one of " + java.util.Arrays.toString(type.getEnumConstants());
    }

    private static String patternFault(String pattern) {
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            return format.toString().isEmpty() ? "an empty date pattern" : "";
        } catch (IllegalArgumentException e) {
            return "not a date pattern";
        }
    }

    /** The heading that a source names; else the only one whose path ends with it. */
    private static String named(String wanted, List<String> headings) {
        String ending = "/" + key(wanted);
        List<String> ends = headings.stream()
                .filter(heading -> key(heading).endsWith(ending))
                .toList();
        String same = same(wanted, headings);
        return same.isEmpty() && ends.size() == 1 ? ends.getFirst() : same;
    }

    private static String same(String wanted, List<String> headings) {
        String key = key(wanted);
        return headings.stream()
                .filter(heading -> key(heading).equals(key))
                .findFirst()
                .orElse("");
    }

    /** Case, underscores and the two ways to write a path ({@code /a/b}, {@code a.b}) make no difference. */
    private static String key(String heading) {
        String plain = Plain.key(heading).replace('_', ' ');
        String bare = plain.startsWith("/") ? plain.substring(1) : plain;
        return bare.matches("[\\p{L}\\d ]+(\\.[\\p{L}\\d ]+)+") ? bare.replace('.', '/') : bare;
    }

    /** What a change of the file's columns would show: their names, in the order of the file. */
    String scope(List<String> headings) {
        return "columns " + shown(headings);
    }

    private static String usual(String field, List<String> headings) {
        for (List<String> row : USUAL) {
            String heading = row.get(0).equals(field) ? same(row.get(1), headings) : "";
            if (!heading.isEmpty()) {
                return heading;
            }
        }
        return "";
    }

    /** Headings for a message; a file without headings would show its first row, so the words are masked. */
    private static String shown(List<String> headings) {
        return headings.stream().map(Mapping::shown).collect(Collectors.joining(", "));
    }

    private static String shown(String heading) {
        return heading.matches("[a-z][a-z0-9_]*") ? heading : PublicWords.sample(heading);
    }
}

package org.tallywire.aggregate.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What no type can say of declared series: names are good and used once, values exist, what is watched is also counted. */
final class Check {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    private final List<Problem> problems = new ArrayList<>();

    /**
     * Something wrong.
     *
     * @param pointer JSON pointer to the field that is wrong
     * @param message why
     */
    record Problem(String pointer, String message) {}

    private Check() {}

    /** All problems, in order. */
    static List<Problem> of(List<Series> all) {
        Check check = new Check();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Series series = all.get(i);
            String at = "/" + i;
            check.when(!NAME.matcher(series.name()).matches(), at + "/name", "not a series name: " + series.name());
            check.when(!names.add(series.name()), at + "/name", "series declared twice: " + series.name());
            for (int j = 0; j < series.feeds().size(); j++) {
                Feed feed = series.feeds().get(j);
                check.values(feed.where(), at + "/feeds/" + j + "/where/");
                check.values(feed.except(), at + "/feeds/" + j + "/except/");
            }
            check.when(
                    series.beside() != null && !series.splits().contains(List.of(Field.STATUTE_SET)),
                    at + "/beside",
                    "what stands beside claims must be split by [statuteSet]");
            check.when(
                    series.counts() != Amount.DOCUMENTS && series.kind() != Kind.COURT,
                    at + "/counts",
                    "only court series count defendants or charges");
            Watch watch = series.watch();
            check.when(
                    watch != null && !series.splits().containsAll(watch.splits()),
                    at + "/watch",
                    "a split is watched that is not counted: " + (watch == null ? "" : watch.splits()));
        }
        return check.problems;
    }

    private void values(Map<Field, Set<String>> values, String where) {
        values.forEach((field, wanted) -> {
            Set<String> known = field.known();
            wanted.stream()
                    .filter(value -> !known.isEmpty() && !known.contains(value))
                    .forEach(value -> when(
                            true,
                            where + field.word(),
                            "no " + field.word() + " \"" + value + "\"; known: " + String.join(", ", known)));
        });
    }

    private void when(boolean wrong, String pointer, String message) {
        if (wrong) {
            problems.add(new Problem(pointer, message));
        }
    }
}

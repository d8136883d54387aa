package org.tallywire.ingest.poll;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.Rows;

/**
 * How a host wants to be asked.
 *
 * @param spacing between the starts of two requests
 * @param open requests open at once
 */
public record Manners(Duration spacing, int open) {
    private static final Map<String, Manners> BY_KIND =
            Rows.of(Manners.class, "manners.tsv").stream().collect(Collectors.toMap(row -> row[0], Manners::row));
    private static final Manners LOCAL = new Manners(Duration.ZERO, 16);

    /** Option of a source that sets the spacing, in milliseconds. */
    public static final String SPACING = "spacing.ms";

    /** Option of a source that sets how many requests may be open at once. */
    public static final String OPEN = "spacing.open";

    private static Manners row(String[] row) {
        return new Manners(Duration.ofMillis(Long.parseLong(row[1])), Integer.parseInt(row[2]));
    }

    /** The manners for a source: its options, else those of its kind; none are owed to a host of our own. */
    public static Manners of(Source source) {
        Manners usual = BY_KIND.getOrDefault(source.getKind(), Objects.requireNonNull(BY_KIND.get("*")));
        usual = source.getAllowPrivate() ? LOCAL : usual;
        return new Manners(
                Duration.ofMillis(number(source, SPACING, usual.spacing().toMillis())),
                (int) Math.max(1, number(source, OPEN, usual.open())));
    }

    /** A number that cannot be read is refused by the catalogue; here the usual one is kept. */
    private static long number(Source source, String option, long usual) {
        String text = source.getOptions().getOrDefault(option, "");
        return text.matches("\\d{1,8}") ? Long.parseLong(text) : usual;
    }

    /** The same with at least this spacing, e.g. a Crawl-delay. */
    public Manners atLeast(Duration delay) {
        return delay.compareTo(spacing) > 0 ? new Manners(delay, open) : this;
    }
}

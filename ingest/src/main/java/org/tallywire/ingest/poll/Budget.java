package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.Rows;

/**
 * How many requests a source may cost: by kind in {@code budgets.tsv}, by source with the options {@code budget.poll},
 * {@code budget.hour} and {@code budget.day}. What was asked is kept in the state of the source, by steps of ten minutes, so a
 * restart forgets nothing; robots.txt is not counted.
 *
 * @param poll requests of one poll at most
 * @param hour requests within any hour; 0: no limit
 * @param day requests within any 24 hours; 0: no limit
 */
public record Budget(int poll, int hour, int day) {
    private static final long STEP = Duration.ofMinutes(10).toSeconds();
    private static final int HOUR = 6;
    private static final int DAY = 144;
    private static final Map<String, Budget> BY_KIND = Rows.of(Budget.class, "budgets.tsv").stream()
            .collect(
                    Collectors.toMap(row -> row[0], row -> new Budget(number(row[1]), number(row[2]), number(row[3]))));
    private static final Budget USUAL = new Budget(100, 0, 0);

    /** The budget of a source. */
    public static Budget of(Source source) {
        Budget usual = BY_KIND.getOrDefault(source.getKind(), USUAL);
        return new Budget(
                Math.max(1, option(source, "budget.poll", usual.poll())),
                option(source, "budget.hour", usual.hour()),
                option(source, "budget.day", usual.day()));
    }

    /** Requests that may be made now, after those that were; 0: none. */
    public int left(Map<String, Long> spent, Instant now) {
        long step = step(now);
        long left = poll;
        left = hour == 0 ? left : Math.min(left, hour - within(spent, step, HOUR));
        left = day == 0 ? left : Math.min(left, day - within(spent, step, DAY));
        return (int) Math.max(0, left);
    }

    /** The first moment at which a request may be made. */
    public Instant free(Map<String, Long> spent, Instant now) {
        Instant at = now;
        while (left(spent, at) == 0) {
            at = Instant.ofEpochSecond((step(at) + 1) * STEP);
        }
        return at;
    }

    /** What was spent, some more requests included, as far as it still matters. */
    Map<String, Long> spend(Map<String, Long> spent, int requests, Instant now) {
        long step = step(now);
        Map<String, Long> after = new HashMap<>(spent);
        after.keySet().removeIf(key -> Long.parseLong(key) < step - DAY);
        if (requests > 0 && hour + day > 0) {
            after.merge(Long.toString(step), (long) requests, Long::sum);
        }
        return after;
    }

    /** In words; empty: nothing waits. */
    String told(Map<String, Long> spent, int waiting, Instant now) {
        if (waiting == 0 && left(spent, now) > 0) {
            return "";
        }
        String limit = left(spent, now) > 0
                ? poll + " requests a poll"
                : "its budget of " + hour + " requests an hour, " + day + " a day (0: any) is spent until "
                        + free(spent, now);
        return waiting == 0 ? limit : limit + "; " + waiting + " addresses wait";
    }

    /** The step under way counts whole, and so many before it: never more in any hour, sometimes a little less. */
    private static long within(Map<String, Long> spent, long step, int steps) {
        return spent.entrySet().stream()
                .filter(entry -> Long.parseLong(entry.getKey()) >= step - steps)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long step(Instant moment) {
        return moment.getEpochSecond() / STEP;
    }

    private static int option(Source source, String name, int usual) {
        String said = source.getOptions().getOrDefault(name, "");
        return said.matches("\\d{1,6}") ? Integer.parseInt(said) : usual;
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}

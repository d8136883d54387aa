package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Source;

/**
 * When an article's page is looked at again, counted from the moment it was seen first. Publishers correct in place without
 * touching the feed, most within hours.
 *
 * @param after ascending; empty: never
 */
public record PageTimes(List<Duration> after) {
    /** Hours as they are written in settings and sources: {@code 1,6,24,168}, or off. */
    public static final String SHAPE = "off|\\d{1,4}(,\\d{1,4})*";

    /** Option of a source that replaces the hours of the service. */
    public static final String OPTION = "page.checks";

    public static final String USUAL = "1,6,24,168";

    /** Reads hours in the form of {@link #SHAPE}. */
    public static PageTimes of(String hours) {
        return new PageTimes(
                hours.equals("off")
                        ? List.of()
                        : Arrays.stream(hours.split(","))
                                .map(Long::parseLong)
                                .sorted()
                                .map(Duration::ofHours)
                                .toList());
    }

    /** The times for a source: its own, else these. */
    PageTimes of(Source source) {
        String own = source.getOptions().getOrDefault(OPTION, "");
        return own.matches(SHAPE) ? of(own) : this;
    }

    /** The first time after now; null: that was the last. */
    @Nullable
    Instant next(Instant firstSeen, Instant now) {
        return after.stream()
                .map(firstSeen::plus)
                .filter(time -> time.isAfter(now))
                .findFirst()
                .orElse(null);
    }
}

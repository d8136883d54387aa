package org.tallywire.dashboard.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tallywire.avro.HealthState;

/** What each health state means, in plain words; rows of {@code health.psv}: state | tone | words. */
final class HealthWords {
    /** Tone and words of one state. */
    record Meaning(Tone tone, String words) {}

    private static final Map<HealthState, Meaning> MEANINGS = read();

    private HealthWords() {}

    static Meaning of(HealthState state) {
        return Objects.requireNonNull(MEANINGS.get(state), () -> "health.psv has no row for " + state);
    }

    private static Map<HealthState, Meaning> read() {
        Map<HealthState, Meaning> meanings = new EnumMap<>(HealthState.class);
        for (String line : lines()) {
            String[] cells = line.split("\\|", 3);
            meanings.put(
                    HealthState.valueOf(cells[0].strip()),
                    new Meaning(Tone.valueOf(cells[1].strip()), cells[2].strip()));
        }
        return meanings;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(HealthWords.class.getResourceAsStream("health.psv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

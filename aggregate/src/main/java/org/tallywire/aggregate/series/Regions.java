package org.tallywire.aggregate.series;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.Entities;

/** The region of a court, as its id tells it; a court whose id tells none has none. */
final class Regions {
    private static final String TABLE = "regions.tsv";
    private static final List<Row> ROWS = rows();

    private record Row(CourtSystem system, Pattern court, String region) {}

    private Regions() {}

    /** E.g. RU-77, US-NY; empty: none. */
    static Set<String> of(Item item) {
        Entities document = item.document();
        for (Row row : ROWS) {
            Matcher matcher = row.court().matcher(document.getCourtId());
            if (row.system() == document.getSystem() && matcher.matches()) {
                return Set.of(row.region().replace("$1", matcher.group(1).toUpperCase(Locale.ROOT)));
            }
        }
        return Set.of();
    }

    private static List<Row> rows() {
        try (InputStream in = Objects.requireNonNull(Regions.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cell -> new Row(CourtSystem.valueOf(cell[0]), Pattern.compile(cell[1]), cell[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

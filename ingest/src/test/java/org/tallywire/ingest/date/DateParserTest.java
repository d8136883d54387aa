package org.tallywire.ingest.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.ingest.read.Rows;

class DateParserTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final DateParser UTC = new DateParser(ZoneId.of("UTC"), DateOrder.UNKNOWN);

    static Stream<String[]> rows() {
        return Rows.of(DateParserTest.class, "dates.tsv").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void readsOrRefuses(String raw, String instant, String flags, String why) {
        ParsedDate date = UTC.parse(raw, NOW);
        assertEquals(instant, date.instant() == null ? "-" : date.instant().toString(), why + ": " + date.problem());
        assertEquals(flags, String.join(",", date.flags()), why);
        assertEquals(date.instant() == null, !date.problem().isEmpty());
    }

    @Test
    void theSourceSettlesOrderAndZone() {
        DateParser kyiv = new DateParser(ZoneId.of("Europe/Kyiv"), DateOrder.of("dmy"));
        assertEquals(
                Instant.parse("2024-07-02T07:15:00Z"),
                kyiv.parse("02/07/2024 10:15", NOW).instant());
        DateParser american = new DateParser(ZoneId.of("America/New_York"), DateOrder.of("mdy"));
        assertEquals(
                Instant.parse("2024-02-07T15:15:00Z"),
                american.parse("02/07/2024 10:15", NOW).instant());
        DateParser dhaka = new DateParser(ZoneId.of("Asia/Dhaka"), DateOrder.UNKNOWN);
        assertEquals(
                Instant.parse("2024-02-07T04:15:00Z"),
                dhaka.parse("7 Feb 2024 10:15 BST", NOW).instant());
    }

    @Test
    void rowsHoldEachWordOnce() {
        List<String> words = Rows.of(Calendar.class, "words.tsv").stream()
                .flatMap(row -> Stream.of(row[3].split(" ")))
                .sorted()
                .toList();
        assertEquals(words.stream().distinct().toList(), words);
    }
}

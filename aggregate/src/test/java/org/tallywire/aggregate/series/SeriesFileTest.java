package org.tallywire.aggregate.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesFileTest {
    private static final String GOOD = """
            - name: court.filed
              title: Cases
              kind: court
              feeds:
                - day: filed
                  where: {recordKind: [CASE]}
              splits: [[], [statute]]
              zone: Europe/Moscow
            """;

    @Test
    void theBundledFileIsRead() {
        assertTrue(SeriesFile.bundled().size() > 5);
    }

    @Test
    void aFileIsRead() {
        Series series = SeriesFile.parse(GOOD, "f").getFirst();
        assertEquals(ZoneId.of("Europe/Moscow"), series.zone());
        assertEquals(List.of(List.of(), List.of(Field.STATUTE)), series.splits());
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "zone: Europe/Moscow;zones: Europe/Moscow;mine.yaml:8;zones",
                "kind: court;kind: courts;mine.yaml:3;courts",
                "day: filed;day: yesterday;mine.yaml:5;yesterday",
                "recordKind: [CASE];colour: [red];mine.yaml:6;colour",
                "[statute];[colour];mine.yaml:7;colour",
                "zone: Europe/Moscow;zone: Mars;mine.yaml:8;Mars",
                "title: Cases;{};mine.yaml;",
                "recordKind: [CASE];recordKind: [CAES];mine.yaml:6;known: UNKNOWN, CASE, DOCKET_ENTRY",
                "recordKind: [CASE];outcome: [convicted];mine.yaml:6;CONVICTED",
                "name: court.filed;name: Court filed;mine.yaml:1;not a series name",
                "zone: Europe/Moscow;'watch: {rule: spike, calendar: always, settleDays: 9, splits: [[court]]}';mine.yaml:8;not counted",
                "zone: Europe/Moscow;'beside: {measures: [filed], units: [CASES]}';mine.yaml:8;statuteSet",
                "where: {recordKind: [CASE]};except: {proceeding: [MATERIALS]};mine.yaml:6;MATERIAL",
                "zone: Europe/Moscow;counts: persons;mine.yaml:8;persons",
                "kind: court;'kind: mention\n  counts: charges';mine.yaml:4;court series",
                "zone: Europe/Moscow;'beside: {measures: [filed], units: [CASEZ]}';mine.yaml:8;CASEZ",
            })
    void whatIsWrongIsRefusedWithItsLine(String good, String bad, String place, String word) {
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> SeriesFile.parse(GOOD.replace(good, bad), "mine.yaml"));
        assertTrue(refused.getMessage().startsWith(place), refused.getMessage());
        assertTrue(word == null || refused.getMessage().contains(word), refused.getMessage());
    }

    @Test
    void aNameIsDeclaredOnce() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> SeriesFile.parse(GOOD + GOOD, "f"));
        assertTrue(refused.getMessage().startsWith("f:9: "), refused.getMessage());
        assertTrue(refused.getMessage().contains("court.filed"), refused.getMessage());
    }
}

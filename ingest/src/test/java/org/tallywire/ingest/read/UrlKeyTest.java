package org.tallywire.ingest.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrlKeyTest {
    static Stream<String[]> rows() {
        return Rows.of(UrlKeyTest.class, "urls.tsv").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void key(String url, String stored, String key, String why) {
        assertEquals(stored, UrlKey.stored(url), why);
        assertEquals(key, UrlKey.of(url), why);
    }
}

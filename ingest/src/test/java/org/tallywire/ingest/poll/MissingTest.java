package org.tallywire.ingest.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Listing;

class MissingTest {
    private static List<String> list(String letters) {
        return letters.isEmpty() ? List.of() : Stream.of(letters.split("")).toList();
    }

    @ParameterizedTest(name = "{0} -> {4}: {5}")
    @CsvSource({
        "'abcd abcd abcd', false, '',  nothing is missing",
        "'abcd acd acd',   false, 'b', missing twice between neighbours",
        "'abcd acd abcd',  false, '',  it came back",
        "'abcd acd',       false, '',  once is not enough",
        "'abcd abc abc',   false, '',  it fell off the end",
        "'abcd bcd bcd',   false, '',  the newest was taken off: cannot be told from a pinned item that left",
        "'abcd efgh efgh', false, '',  another list altogether",
        "'abcd xyacd xac', false, 'b', it stays a suspect while the window moves on",
        "'abcd abc abc',   true,  'd', a list of everything: missing is missing",
        "'abcd bcd bcd',   true,  'a', at the front too",
        "'ab - -',         true,  'ab', everything is gone",
    })
    void suspectsAreWhatLeftTheMidst(String polls, boolean everything, String expected, String why) {
        Listing listing = null;
        for (String poll : polls.split(" ")) {
            listing = Missing.listing(listing, list(poll.equals("-") ? "" : poll), everything);
        }
        assertEquals(list(expected), Missing.suspects(listing).stream().sorted().toList());
    }
}

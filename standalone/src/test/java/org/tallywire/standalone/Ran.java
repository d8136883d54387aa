package org.tallywire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What one command did, as its user sees it.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it said besides
 */
record Ran(int code, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs a command in this JVM. */
    static Ran of(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            int code = Tallywire.execute(args);
            return new Ran(code, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Its one line as a JSON object. */
    JsonNode line() throws Exception {
        assertEquals(1, out.lines().count(), out);
        return JSON.readTree(out);
    }

    /** It was refused in one line with these words. */
    void refused(String... words) {
        assertEquals(2, code, err);
        assertEquals("", out, "nothing is half written");
        assertEquals(1, err.lines().count(), err);
        for (String word : words) {
            assertTrue(err.contains(word), err);
        }
    }

    /** It did what it should, and said these words. */
    Ran done(String... words) {
        assertEquals(0, code, err);
        for (String word : words) {
            assertTrue(out.contains(word), out);
        }
        return this;
    }
}

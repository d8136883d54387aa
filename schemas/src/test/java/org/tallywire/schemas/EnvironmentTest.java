package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @Test
    void everyBadVariableIsNamedAtOnce() {
        Environment env = new Environment(Map.of("PORT", "seven", "THREADS", "0", "SECURE", "yes"));
        env.number("PORT", 80, 0, 65_535);
        env.number("THREADS", 1, 1, 8);
        env.flag("SECURE", false);
        String message = assertThrows(Environment.BadSettings.class, () -> env.checked("settings"))
                .getMessage();
        for (String name : new String[] {"PORT=seven", "THREADS=0", "SECURE=yes"}) {
            assertTrue(message.contains(name), message);
        }
    }

    @Test
    void aBlankVariableIsNotSet() {
        assertEquals("b", new Environment(Map.of("A", " ")).text("A", "b"));
    }

    @Test
    void secretsComeFromFilesAndAreNeverTold(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("token"), "s3cret\n");
        Environment env = new Environment(Map.of("TOKEN_FILE", file.toString(), "OTHER_FILE", dir + "/none"));
        assertEquals("s3cret", env.secret("TOKEN"));
        env.secret("OTHER");
        String message = assertThrows(Environment.BadSettings.class, () -> env.checked(1))
                .getMessage();
        assertTrue(message.contains("OTHER_FILE"));
        assertFalse(message.contains("s3cret"));
    }
}

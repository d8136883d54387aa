package org.tallywire.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what the user named; a file that cannot be read is a {@link BadInput} with its name. */
final class Inputs {
    private Inputs() {}

    /** The bytes of a file; {@code -} is standard input. */
    static byte[] bytes(String name) {
        try {
            if (name.equals("-")) {
                return System.in.readAllBytes();
            }
            Path file = Path.of(name);
            if (!Files.exists(file)) {
                throw new BadInput(name, "no such file");
            }
            if (Files.isDirectory(file)) {
                throw new BadInput(name, "is a folder");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(name, "cannot be read: " + e.getMessage());
        }
    }

    /** The text of a UTF-8 file. */
    static String text(String name) {
        byte[] bytes = bytes(name);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(name, "is not UTF-8 text");
        } catch (UncheckedIOException e) {
            throw new BadInput(name, "cannot be read: " + e.getMessage());
        }
    }
}

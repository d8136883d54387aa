package org.tallywire.ingest.poll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short stable hashes: the first 64 bits of SHA-256, 16 hexadecimal digits. */
public final class Hash {
    private Hash() {}

    /** Hash of several texts; their borders count. */
    public static String of(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A number in [0, 1) that is always the same for a text. */
    public static double fraction(String text) {
        return (Long.parseUnsignedLong(of(text), 16) >>> 11) * 0x1p-53;
    }
}

package org.tallywire.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a second decoding: UTF-8 bytes that some publishing system read as windows-1252 ("Ð¡ÑƒÐ´") or windows-1251
 * ("РЎСѓРґ"). Works on the stretches between markup; a stretch changes only if it turns back into strictly valid UTF-8.
 */
public final class Mojibake {
    private static final int ENOUGH = 3;
    private static final OldPage WESTERN = new OldPage("windows-1252", "\u00C3\u00C2\u00D0\u00D1\u00E2");
    private static final OldPage CYRILLIC = new OldPage("windows-1251", "\u0420\u0421\u0432\u0413\u0412");

    private Mojibake() {}

    /** The text with every repairable stretch repaired; the same object when there is none. */
    public static String repair(String text) {
        StringBuilder out = null;
        int copied = 0;
        for (int i = firstPair(text, 0); i >= 0; i = firstPair(text, i)) {
            int start = edge(text, i, -1, copied);
            int end = edge(text, i, 1, text.length());
            String better = better(text.substring(start, end));
            if (better != null) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, start).append(better);
                copied = end;
            }
            i = end;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** True if the text still shows the pairs of a double decoding that could not be undone. */
    public static boolean isLeft(String text) {
        int pairs = 0;
        for (int i = firstPair(text, 0); i >= 0 && pairs < 2 * ENOUGH; i = firstPair(text, i + 2)) {
            pairs++;
        }
        return pairs >= 2 * ENOUGH
                || text.indexOf('\uFFFD') >= 0
                        && text.chars().filter(c -> c == '\uFFFD').count() > ENOUGH;
    }

    private static int firstPair(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F && (c < 0x410 || c > 0x44F)) {
                char lead = text.charAt(i - 1);
                if (lead > 0x7F && lead < 0x460 && (WESTERN.isPair(lead, c) || CYRILLIC.isPair(lead, c))) {
                    return i - 1;
                }
            }
        }
        return -1;
    }

    private static int edge(String text, int from, int step, int limit) {
        int i = from;
        while (i != limit && !isMarkup(text.charAt(step > 0 ? i : i - 1))) {
            i += step;
        }
        return i;
    }

    private static boolean isMarkup(char c) {
        return c == '<' || c == '>' || c == '\n' || c == ']' || c == '[';
    }

    private static @Nullable String better(String stretch) {
        String western = WESTERN.undo(stretch);
        return western == null ? CYRILLIC.undo(stretch) : western;
    }

    /** A single-byte charset through which UTF-8 was misread. */
    private static final class OldPage {
        private final short[] bytes = new short[0x2200];
        private final boolean[] leads = new boolean[0x500];

        OldPage(String charset, String leads) {
            java.util.Arrays.fill(bytes, (short) -1);
            for (int b = 0; b < 256; b++) {
                char c = new String(new byte[] {(byte) b}, Charset.forName(charset)).charAt(0);
                bytes[c == '\uFFFD' ? b : c] = (short) b;
            }
            leads.chars().forEach(c -> this.leads[c] = true);
        }

        private int byteOf(char c) {
            return c < bytes.length ? bytes[c] : -1;
        }

        boolean isPair(char lead, char next) {
            return lead < leads.length
                    && leads[lead]
                    && next > 0x7F
                    && (byteOf(next) & 0xC0) == 0x80
                    && byteOf(next) >= 0;
        }

        @Nullable
        String undo(String stretch) {
            byte[] out = new byte[stretch.length()];
            int pairs = 0;
            for (int i = 0; i < out.length; i++) {
                int b = byteOf(stretch.charAt(i));
                if (b < 0) {
                    return null;
                }
                out[i] = (byte) b;
                pairs += i > 0 && isPair(stretch.charAt(i - 1), stretch.charAt(i)) ? 1 : 0;
            }
            return pairs < ENOUGH ? null : strictUtf8(out);
        }

        private static @Nullable String strictUtf8(byte[] bytes) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }
}

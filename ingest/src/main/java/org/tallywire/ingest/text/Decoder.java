package org.tallywire.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The decoding ladder of feeds and pages; the first rung that holds decides: byte order mark, the place of zero bytes,
 * valid UTF-8 whatever a label says, the header's label, the document's own, a statistical guess, windows-1252.
 *
 * <p>A label counts only if it decodes strictly and the result reads like a language: every byte is valid in
 * windows-1251 and in KOI8 alike, so letter patterns must tell them apart.
 */
public final class Decoder {
    private static final Charset LAST_RESORT = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] body;
    private final List<String> notes = new ArrayList<>();

    private Decoder(byte[] body) {
        this.body = body;
    }

    /** Decodes a body whose Content-Type header was {@code contentType} (empty: none); never fails. */
    public static Decoded decode(byte[] body, String contentType) {
        Decoder decoder = new Decoder(body);
        Decoded decoded = decoder.ladder(contentType);
        String repaired = Mojibake.repair(decoded.text());
        if (!repaired.equals(decoded.text())) {
            decoder.notes.add("text had been decoded twice; repaired");
        }
        return new Decoded(repaired, decoded.encoding(), decoded.guessed(), List.copyOf(decoder.notes));
    }

    private Decoded ladder(String contentType) {
        Wide wide = Wide.of(body);
        if (wide != null) {
            return result(
                    new String(body, wide.skip(), body.length - wide.skip(), wide.charset()), wide.charset(), false);
        }
        String header = CharsetLabel.ofHeader(contentType);
        String declared = CharsetLabel.ofDocument(body);
        Decoded utf8 = utf8(header.isEmpty() ? declared : header);
        if (utf8 != null) {
            return utf8;
        }
        for (String label : List.of(header, declared)) {
            Decoded decoded = label.isEmpty() ? null : byLabel(label);
            if (decoded != null) {
                return decoded;
            }
        }
        return guess();
    }

    private Decoded result(String text, Charset charset, boolean guessed) {
        return new Decoded(text, charset.name(), guessed, notes);
    }

    /** UTF-8 if the bytes are valid, or broken in so few places that nothing else can be meant. */
    private @Nullable Decoded utf8(String label) {
        Charset said = CharsetLabel.charset(label).orElse(StandardCharsets.UTF_8);
        if (said.name().startsWith("ISO-2022") && new String(body, StandardCharsets.ISO_8859_1).indexOf(0x1B) >= 0) {
            return null;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        int broken = text.indexOf(REPLACEMENT) < 0 || strict(StandardCharsets.UTF_8) != null ? 0 : count(text);
        if (broken > 0 && broken * 50L > multiByte()) {
            return null;
        }
        if (broken > 0) {
            notes.add(broken + " broken bytes in UTF-8");
        } else if (!said.equals(StandardCharsets.UTF_8) && text.length() < body.length) {
            notes.add("labelled " + label.toLowerCase(Locale.ROOT) + " but UTF-8");
        }
        return result(text, StandardCharsets.UTF_8, false);
    }

    private static int count(String text) {
        return (int) text.chars().filter(c -> c == REPLACEMENT).count();
    }

    private long multiByte() {
        long found = 0;
        for (int i = 1; i < body.length; i++) {
            boolean continued = (body[i] & 0xC0) == 0x80;
            found += continued && (body[i - 1] & 0xC0) == 0xC0 ? 1 : 0;
        }
        return found;
    }

    private @Nullable Decoded byLabel(String label) {
        Optional<Charset> charset = CharsetLabel.charset(label);
        if (charset.isEmpty()) {
            notes.add("unknown charset label " + label);
            return null;
        }
        String text = strict(charset.get());
        if (text == null) {
            notes.add("labelled " + label.toLowerCase(Locale.ROOT) + " but not valid as such");
            return null;
        }
        Charset better = Letters.misread(text) ? detected() : null;
        String other = better == null || better.equals(charset.get()) ? null : strict(better);
        if (better == null || other == null || Letters.oddity(other) >= Letters.oddity(text)) {
            return result(text, charset.get(), false);
        }
        notes.add("labelled " + label.toLowerCase(Locale.ROOT) + " but reads as " + better.name());
        return result(other, better, true);
    }

    private Decoded guess() {
        Charset guess = detected();
        String text = guess == null ? null : strict(guess);
        if (guess != null && text != null) {
            notes.add("charset guessed: " + guess.name());
            return result(text, guess, true);
        }
        notes.add("charset unknown; read as " + LAST_RESORT.name());
        return result(new String(body, LAST_RESORT), LAST_RESORT, true);
    }

    private @Nullable Charset detected() {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(body, 0, body.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name == null || name.equals("MACCYRILLIC")) {
            return Letters.cyrillicBest(body);
        }
        return CharsetLabel.charset(name).orElse(null);
    }

    private @Nullable String strict(Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** UTF-16 and UTF-32, which the bytes show: a mark, or zero bytes around the first sign. */
    private record Wide(Charset charset, int skip) {
        static @Nullable Wide of(byte[] body) {
            int head = 0;
            for (int i = 0; i < 4; i++) {
                head = head << 8 | (i < body.length ? body[i] & 0xFF : 0x01);
            }
            return switch (head) {
                case 0x0000FEFF -> new Wide(Charset.forName("UTF-32BE"), 4);
                case 0xFFFE0000 -> new Wide(Charset.forName("UTF-32LE"), 4);
                case 0x0000003C -> new Wide(Charset.forName("UTF-32BE"), 0);
                case 0x3C000000 -> new Wide(Charset.forName("UTF-32LE"), 0);
                default -> of(head >>> 8, head >>> 16);
            };
        }

        private static @Nullable Wide of(int three, int two) {
            if (three == 0xEFBBBF) {
                return new Wide(StandardCharsets.UTF_8, 3);
            }
            return switch (two) {
                case 0xFEFF -> new Wide(StandardCharsets.UTF_16BE, 2);
                case 0xFFFE -> new Wide(StandardCharsets.UTF_16LE, 2);
                case 0x003C -> new Wide(StandardCharsets.UTF_16BE, 0);
                case 0x3C00 -> new Wide(StandardCharsets.UTF_16LE, 0);
                default -> null;
            };
        }
    }
}

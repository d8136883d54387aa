package org.tallywire.ingest.courts.cases;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallywire.ingest.read.Payload;

/**
 * The text of an answer. A byte order mark decides, then valid UTF-8 with letters beyond ASCII (saved copies keep a false
 * label), then the label of the header or of the document, then the usual charset of the register.
 *
 * @param text decoded text
 * @param charset name of the charset that was used
 * @param mislabelled the label named another charset
 */
public record PageText(String text, String charset, boolean mislabelled) {
    private static final Pattern LABEL =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 2048;

    /** Decodes an answer; never fails, characters that cannot be read become U+FFFD. */
    public static PageText of(Payload payload, Charset usual) {
        byte[] body = payload.body();
        Charset label = label(payload);
        Charset marked = mark(body);
        if (marked != null) {
            String text = new String(body, marked);
            return new PageText(text.startsWith("\uFEFF") ? text.substring(1) : text, marked.name(), false);
        }
        String utf8 = strict(body);
        if (utf8 != null && utf8.length() < body.length) {
            boolean false_ = label != null && !label.equals(StandardCharsets.UTF_8);
            return new PageText(utf8, "UTF-8", false_);
        }
        if (utf8 != null && label == null) {
            return new PageText(utf8, "UTF-8", false);
        }
        Charset used = label == null || label.equals(StandardCharsets.UTF_8) && utf8 == null ? usual : label;
        if (used.name().equals("windows-1252") && !controls(body)) {
            used = StandardCharsets.ISO_8859_1;
            label = label == null ? null : used;
        }
        return new PageText(new String(body, used), used.name(), label != null && !label.equals(used));
    }

    private static @Nullable Charset mark(byte[] body) {
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(body, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(body, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** True if bytes 80 to 9F occur: letters and quotes of windows-1252, control characters in Latin-1. */
    private static boolean controls(byte[] body) {
        for (byte b : body) {
            if ((b & 0xE0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String strict(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Charset label(Payload payload) {
        Charset header = first(payload.contentType());
        int head = Math.min(HEAD, payload.body().length);
        return header != null ? header : first(new String(payload.body(), 0, head, StandardCharsets.ISO_8859_1));
    }

    private static @Nullable Charset first(String text) {
        Matcher label = LABEL.matcher(text);
        return label.find() ? named(label.group(1)) : null;
    }

    /** A charset by its name; the web reads the Latin-1 label as windows-1252. Null: no such charset. */
    public static @Nullable Charset named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(
                    lower.equals("iso-8859-1") || lower.equals("latin1") || lower.equals("us-ascii")
                            ? "windows-1252"
                            : name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}

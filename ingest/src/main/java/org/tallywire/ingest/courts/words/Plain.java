package org.tallywire.ingest.courts.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of a cell in one form: NFC, no-break and other blanks as one space, no invisible characters, ё kept. */
public final class Plain {
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF\\p{Cntrl}&&[^\\t\\n\\r]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]+");

    private Plain() {}

    /** One line of text. */
    public static String text(String raw) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        return BLANKS.matcher(INVISIBLE.matcher(composed).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Form for comparing with known words: upper case, ё as е. */
    public static String key(String raw) {
        return text(raw).toUpperCase(Locale.ROOT).replace('Ё', 'Е');
    }
}

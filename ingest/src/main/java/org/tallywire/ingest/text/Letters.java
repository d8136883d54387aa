package org.tallywire.ingest.text;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does a decoded text read like a language? Misread single-byte text shows capitals inside words and signs among letters. */
final class Letters {
    private static final List<Charset> CYRILLIC = List.of(
            Charset.forName("windows-1251"),
            Charset.forName("KOI8-U"),
            Charset.forName("IBM866"),
            Charset.forName("ISO-8859-5"));
    private static final String COMMON = "оеаинтсрвл";
    private static final int ENOUGH = 4;

    private Letters() {}

    /** True if most letters are accented ones, or Cyrillic words hold capitals after small letters. */
    static boolean misread(String text) {
        int accented = 0;
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xC0 && c <= 0xFF) {
                boolean beside = i > 0 && text.charAt(i - 1) >= 0xC0 && text.charAt(i - 1) <= 0xFF;
                accented += beside ? 1 : 0;
            } else if (c > 0x7F && Character.isLetter(c)) {
                plain++;
            }
        }
        return accented > ENOUGH && accented > plain || oddity(text) > 0.25;
    }

    /** Share of odd neighbours among the letters beyond ASCII: 0 reads well, 1 is noise. */
    static double oddity(String text) {
        int letters = 0;
        int odd = 0;
        int common = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= 0x7F) {
                continue;
            }
            char before = text.charAt(i - 1);
            letters++;
            boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before) && before > 0x7F;
            boolean sign = !Character.isLetter(c) && Character.isLetter(before) && before > 0x7F && isNoise(c);
            odd += capitalInside || sign || (c >= 0xC0 && c <= 0xFF && before >= 0xC0 && before <= 0xFF) ? 1 : 0;
            common += COMMON.indexOf(c) >= 0 ? 1 : 0;
        }
        return letters < ENOUGH ? 0 : (odd + Math.max(0, letters * 0.3 - common)) / letters;
    }

    private static boolean isNoise(char c) {
        int type = Character.getType(c);
        return type == Character.OTHER_SYMBOL
                || type == Character.MATH_SYMBOL
                || type == Character.CURRENCY_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.CONTROL
                || type == Character.OTHER_NUMBER;
    }

    /** The Cyrillic charset in which the bytes read best; null when there is too little to read, or none reads well. */
    static @Nullable Charset cyrillicBest(byte[] body) {
        Charset best = null;
        double least = 0.25;
        for (Charset charset : CYRILLIC) {
            String text = new String(body, charset);
            long letters = text.chars().filter(c -> c >= 0x400 && c <= 0x4FF).count();
            double oddity = oddity(text);
            if (letters >= ENOUGH && oddity < least) {
                least = oddity;
                best = charset;
            }
        }
        return best;
    }
}

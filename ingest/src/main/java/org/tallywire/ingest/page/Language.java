package org.tallywire.ingest.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The language of a text. What a page declares is a hint: templates say English over Russian, Russian over Ukrainian. */
final class Language {
    private static final Set<String> CYRILLIC = Set.of(
            "ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt", "ba", "cv", "ab", "os", "ce", "av");
    private static final List<String> ENGLISH = List.of("the", "of", "and", "to", "in", "that", "was", "for", "said");
    private static final int ENOUGH = 40;

    private Language() {}

    /** The primary subtag of the declared language, unless the letters of the text contradict it; empty: not known. */
    static String of(String declared, String text) {
        int cyrillic = 0;
        int latin = 0;
        int ukrainian = 0;
        int russian = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            cyrillic += c >= '\u0400' && c <= '\u04FF' ? 1 : 0;
            latin += c >= 'a' && c <= 'z' ? 1 : 0;
            ukrainian += "іїєґ".indexOf(c) >= 0 ? 1 : 0;
            russian += "ыэъё".indexOf(c) >= 0 ? 1 : 0;
        }
        String primary = primary(declared);
        if (cyrillic + latin < ENOUGH) {
            return primary;
        }
        if (cyrillic > latin) {
            boolean mistaken =
                    primary.equals("ru") && ukrainian > russian || primary.equals("uk") && russian > ukrainian;
            return CYRILLIC.contains(primary) && !mistaken ? primary : ukrainian > russian ? "uk" : "ru";
        }
        boolean fits = !primary.isEmpty() && !CYRILLIC.contains(primary);
        return fits ? primary : isEnglish(text) ? "en" : "";
    }

    /** {@code en} of {@code en-GB}. */
    static String primary(String declared) {
        return declared.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static boolean isEnglish(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^a-z']+"));
        return words.stream().filter(ENGLISH::contains).count() * 10 >= words.size();
    }
}

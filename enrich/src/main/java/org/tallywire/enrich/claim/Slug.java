package org.tallywire.enrich.claim;

import java.util.Locale;
import java.util.Map;

/** A stable id from a name: Latin letters, lower case, hyphens; Cyrillic is transliterated. */
final class Slug {
    private static final String CYRILLIC = "абвгдезийклмнопрстуфхыэьъіґ";
    private static final String LATIN = "abvgdeziyklmnoprstufhye''ig";
    private static final Map<Character, String> PAIRS = Map.of(
            'ж', "zh", 'ц', "ts", 'ч', "ch", 'ш', "sh", 'щ', "shch", 'ю', "yu", 'я', "ya", 'ї', "yi", 'є', "ye", 'ё',
            "e");

    private Slug() {}

    static String of(String name, boolean ukrainian) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            int at = CYRILLIC.indexOf(c);
            if (ukrainian && (c == 'и' || c == 'г')) {
                out.append(c == 'и' ? 'y' : 'h');
            } else if (at >= 0) {
                out.append(LATIN.charAt(at) == '\'' ? "" : LATIN.charAt(at));
            } else if (PAIRS.containsKey(c)) {
                out.append(PAIRS.get(c));
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-' && c != '\'' && c != '’') {
                out.append('-');
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == '-' ? out.substring(0, end - 1) : out.toString();
    }

    /** A name of one word put back from the genitive: Примерзоны to Примерзона. */
    static String nominative(String name) {
        if (name.length() < 5) {
            return name;
        }
        char last = name.charAt(name.length() - 1);
        char before = name.charAt(name.length() - 2);
        String stem = name.substring(0, name.length() - 1);
        if (last == 'ы' || (last == 'и' && "гкхнр".indexOf(before) >= 0)) {
            return stem + 'а';
        }
        return last == 'а' ? stem : name;
    }
}

package org.tallywire.enrich.text;

/** The languages that lexicons exist for, told by their letters; {@link #OTHER} for any other, and for too little text. */
public enum Language {
    EN("en"),
    RU("ru"),
    UK("uk"),
    OTHER("");

    private static final int SAMPLE = 4_000;
    /** With fewer letters than this the feed's word counts more than ours. */
    private static final int SHORT = 300;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Two-letter tag, empty for OTHER. */
    public String tag() {
        return tag;
    }

    /** By a tag such as {@code uk} or {@code ru-RU}; OTHER if we have no lexicon for it. */
    public static Language of(String tag) {
        for (Language language : new Language[] {EN, RU, UK}) {
            if (tag.regionMatches(true, 0, language.tag, 0, 2)
                    && (tag.length() == 2 || "-_".indexOf(tag.charAt(2)) >= 0)) {
                return language;
            }
        }
        return OTHER;
    }

    /** The language of a text; the hint is the feed's tag, empty if it names none. A hint wins only over a short text that fits it. */
    public static Language detect(String text, String hint) {
        int[] count = letters(text);
        Language hinted = of(hint);
        int all = count[LATIN] + count[CYRILLIC];
        if (all == 0) {
            return text.isBlank() || count[FOREIGN] > 0 ? OTHER : hinted;
        }
        if (count[FOREIGN] * 50 > all) {
            return OTHER;
        }
        Language read = count[LATIN] >= count[CYRILLIC] ? latin(text, all) : cyrillic(count);
        boolean fits = hinted == EN ? count[LATIN] >= count[CYRILLIC] : count[CYRILLIC] > count[LATIN];
        return all < SHORT && hinted != OTHER && fits ? settle(read, hinted, count) : read;
    }

    private static Language settle(Language read, Language hinted, int[] count) {
        boolean against = (hinted == RU && count[UKRAINIAN] > 0 && count[RUSSIAN] == 0)
                || (hinted == UK && count[RUSSIAN] > 0 && count[UKRAINIAN] == 0);
        return against ? read : hinted;
    }

    private static final int LATIN = 0;
    private static final int CYRILLIC = 1;
    private static final int UKRAINIAN = 2;
    private static final int RUSSIAN = 3;
    private static final int FOREIGN = 4;

    private static int[] letters(String text) {
        int[] count = new int[5];
        int end = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            byte kind = Letters.kind(c);
            if (kind == Letters.LATIN) {
                count[LATIN]++;
            } else if (kind == Letters.CYRILLIC) {
                count[CYRILLIC]++;
                switch (c < 'а' ? Character.toLowerCase(c) : c) {
                    case 'і', 'ї', 'є', 'ґ' -> count[UKRAINIAN]++;
                    case 'ы', 'э', 'ъ', 'ё' -> count[RUSSIAN]++;
                    case 'ў', 'ј', 'љ', 'њ', 'ћ', 'ђ', 'џ', 'қ', 'ғ', 'ү', 'ұ', 'ң', 'ө', 'ә' -> count[FOREIGN]++;
                    default -> {}
                }
            } else if (kind == Letters.OTHER_LETTER) {
                count[FOREIGN]++;
            }
        }
        return count;
    }

    private static Language cyrillic(int[] count) {
        if (count[UKRAINIAN] == 0 && count[RUSSIAN] == 0) {
            return RU;
        }
        return count[UKRAINIAN] > count[RUSSIAN] ? UK : RU;
    }

    /** A longer text in Latin letters is English only if its commonest words are. */
    private static Language latin(String text, int letters) {
        if (letters < SHORT) {
            return EN;
        }
        int common = 0;
        int end = Math.min(text.length(), SAMPLE) - 4;
        for (int i = 1; i < end; i++) {
            common += text.charAt(i - 1) == ' ' && common(text, i) ? 1 : 0;
        }
        return common * 125 > letters ? EN : OTHER;
    }

    private static boolean common(String text, int i) {
        return switch (text.charAt(i)) {
            case 't' -> text.startsWith("the ", i) || text.startsWith("to ", i);
            case 'o' -> text.startsWith("of ", i);
            case 'a' -> text.startsWith("and ", i);
            default -> false;
        };
    }
}

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
        char[] sample = new char[Math.min(text.length(), SAMPLE)];
        text.getChars(0, sample.length, sample, 0);
        int[] count = letters(sample);
        Language hinted = of(hint);
        int all = count[LATIN] + count[CYRILLIC];
        if (all == 0) {
            return text.isBlank() || count[FOREIGN] > 0 ? OTHER : hinted;
        }
        if (count[FOREIGN] * 50 > all) {
            return OTHER;
        }
        Language read = count[LATIN] >= count[CYRILLIC] ? latin(sample, all) : cyrillic(count);
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

    private static int[] letters(char[] sample) {
        int[] kinds = new int[Letters.KINDS];
        int[] count = new int[5];
        for (char c : sample) {
            int kind = Letters.kind(c);
            kinds[kind]++;
            if (kind == Letters.CYRILLIC) {
                switch (c < 'а' ? Character.toLowerCase(c) : c) {
                    case 'і', 'ї', 'є', 'ґ' -> count[UKRAINIAN]++;
                    case 'ы', 'э', 'ъ', 'ё' -> count[RUSSIAN]++;
                    case 'ў', 'ј', 'љ', 'њ', 'ћ', 'ђ', 'џ', 'қ', 'ғ', 'ү', 'ұ', 'ң', 'ө', 'ә' -> count[FOREIGN]++;
                    default -> {}
                }
            }
        }
        count[LATIN] = kinds[Letters.LATIN];
        count[CYRILLIC] = kinds[Letters.CYRILLIC];
        count[FOREIGN] += kinds[Letters.OTHER_LETTER];
        return count;
    }

    private static Language cyrillic(int[] count) {
        if (count[UKRAINIAN] == 0 && count[RUSSIAN] == 0) {
            return RU;
        }
        return count[UKRAINIAN] > count[RUSSIAN] ? UK : RU;
    }

    /** A longer text in Latin letters is English only if its commonest words are. */
    private static Language latin(char[] sample, int letters) {
        if (letters < SHORT) {
            return EN;
        }
        int common = 0;
        for (int i = 1; i < sample.length - 4 && common * 125 <= letters; i++) {
            common += sample[i - 1] == ' ' && common(sample[i], sample[i + 1], sample[i + 2], sample[i + 3]) ? 1 : 0;
        }
        return common * 125 > letters ? EN : OTHER;
    }

    /** True for the, and, to, of with a space behind. */
    private static boolean common(char first, char second, char third, char fourth) {
        return switch (first) {
            case 't' -> (second == 'o' && third == ' ') || (second == 'h' && third == 'e' && fourth == ' ');
            case 'o' -> second == 'f' && third == ' ';
            case 'a' -> second == 'n' && third == 'd' && fourth == ' ';
            default -> false;
        };
    }
}

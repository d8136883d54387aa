package org.tallywire.ingest.courts.charges;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tallywire.ingest.courts.words.Plain;
import org.tallywire.ingest.courts.words.WordTable;

/** The tokens of a charge text: labelled numbers, bare list members, codes and the breaks between charges. */
final class ChargeTokens {
    /** What a token is. */
    enum Kind {
        ARTICLE,
        PART,
        POINT,
        /** Number or letter without a label: one more of what stood before it. */
        MORE,
        CODE,
        BREAK
    }

    record Token(Kind kind, String value) {}

    private static final String NUMBER = "(\\d+(?:[.\\-]\\d+)*[¹²³⁴⁵⁶⁷⁸⁹]?)";
    private static final String LETTER = "[«\"'„(]?\\s*(\\d+(?:\\.\\d+)?|[\\p{L}])(?![\\p{L}.])\\s*[»\"'“)]?";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\p{L}])(?:ст\\s*\\.?\\s*ст|ст|стать\\p{L}{1,3}|статт\\p{L}{1,3}|статей|art(?:icle)?s?)\\s*\\.?\\s*"
                    + NUMBER
                    + "|(?<![\\p{L}])(?:ч\\s*\\.?\\s*ч|ч|част\\p{L}{1,4}|part)\\s*\\.?\\s*(\\d+(?:\\.\\d+)?)"
                    + "|(?<![\\p{L}])(?:п\\s*\\.?\\s*п|п|пункт\\p{L}{0,3}|point)\\s*\\.?\\s*" + LETTER
                    + "|(?:,|\\s(?:и|та|і|and))\\s*" + LETTER
                    + "|\\((\\d+)\\)"
                    + "|" + Codes.WORDS
                    + "|(;)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern RANGE = Pattern.compile("(\\d{3})-(\\d{3})");
    private static final int LONGEST_RANGE = 20;
    private static final Map<String, String> ORDINALS = WordTable.rows(ChargeTokens.class, "ordinals.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(1), row -> row.get(0)));
    private static final Pattern ORDINAL = Pattern.compile(
            "((?<!\\p{L})(?:част\\p{L}{1,4}|ч\\.))\\s*(" + String.join("|", ORDINALS.keySet()) + ")\\p{L}{1,5}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Kind[] KINDS = {
        Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.MORE, Kind.PART, Kind.CODE, Kind.BREAK
    };
    private static final String LATIN = "aceopxykmtABCEHKMOPTXY";
    private static final String CYRILLIC = "асеорхукмтАВСЕНКМОРТХУ";
    private static final Pattern CYRILLIC_TEXT = Pattern.compile("\\p{IsCyrillic}");
    private static final String RAISED = "¹²³⁴⁵⁶⁷⁸⁹";

    private ChargeTokens() {}

    static List<Token> of(String text) {
        Matcher m = TOKEN.matcher(numbered(folded(text)));
        List<Token> tokens = new ArrayList<>();
        while (m.find()) {
            for (int group = 1; group <= KINDS.length; group++) {
                if (m.group(group) != null) {
                    add(tokens, KINDS[group - 1], m.group(group));
                }
            }
        }
        return tokens;
    }

    /** {@code 402-405} is four articles, {@code 111-1} is one. A bare number with a part right behind it is an article. */
    private static void add(List<Token> tokens, Kind kind, String found) {
        Matcher range = RANGE.matcher(found);
        if (kind == Kind.ARTICLE && range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Integer.parseInt(range.group(2));
            if (from < to && to - from < LONGEST_RANGE) {
                IntStream.rangeClosed(from, to).forEach(n -> tokens.add(new Token(kind, String.valueOf(n))));
                return;
            }
        }
        boolean behindBare = kind == Kind.PART
                && !tokens.isEmpty()
                && tokens.getLast().kind() == Kind.MORE
                && Character.isDigit(tokens.getLast().value().charAt(0));
        if (behindBare) {
            tokens.add(new Token(Kind.ARTICLE, tokens.removeLast().value()));
        }
        tokens.add(new Token(kind, value(kind, found)));
    }

    /** Parts told by words as numbers: {@code части второй} is {@code части 2}. */
    private static String numbered(String text) {
        return ORDINAL.matcher(text)
                .replaceAll(
                        word -> word.group(1) + " " + ORDINALS.get(word.group(2).toLowerCase(Locale.ROOT)));
    }

    /** Where the first article begins, with the parts and points right before it; -1: the text names no article. */
    static int start(String text) {
        Matcher m = TOKEN.matcher(folded(text));
        int run = -1;
        int end = -1;
        while (m.find()) {
            boolean labelled = m.group(2) != null || m.group(3) != null;
            boolean next = run >= 0 && text.substring(end, m.start()).isBlank();
            if (m.group(1) != null) {
                return next ? run : m.start();
            }
            boolean small = Character.isLowerCase(text.charAt(m.start()));
            run = labelled && small && !next ? m.start() : labelled && small || m.group(4) != null && next ? run : -1;
            end = m.end();
        }
        return -1;
    }

    /** Same length as the text, with Latin look-alikes in a Cyrillic text turned into Cyrillic letters. */
    private static String folded(String text) {
        if (!CYRILLIC_TEXT.matcher(text).find()) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            int at = LATIN.indexOf(folded.charAt(i));
            if (at >= 0) {
                folded.setCharAt(i, CYRILLIC.charAt(at));
            }
        }
        return folded.toString();
    }

    private static String value(Kind kind, String found) {
        if (kind == Kind.CODE) {
            return Codes.act(found);
        }
        String value = Plain.text(found).toLowerCase(Locale.ROOT).replace('-', '.');
        int raised = RAISED.indexOf(value.charAt(value.length() - 1));
        return raised < 0 ? value : value.substring(0, value.length() - 1) + "." + (raised + 1);
    }
}

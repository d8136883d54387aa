package org.tallywire.dashboard.view;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a quote, so that the page can mark it: [start, end) in UTF-16 units.
 *
 * <p>Written forms: "4121", "4,121", "4 121" (any space), "4.121", "4'121", "3.5", "3,5", and multiples such as "4.1
 * thousand" or "4,1 тыс.". A number in words is not found.
 */
public record NumberSpan(int start, int end) {
    private static final Pattern NUMERAL = Pattern.compile("(?<![\\p{L}\\d])(?:"
            + "\\d{1,3}(?:[\\s\\u00a0\\u2009\\u202f,.'\\u2019]\\d{3})+(?:[.,]\\d{1,2})?" // with thousands marked
            + "|\\d+(?:[.,]\\d{1,2})?)(?!\\d)");
    private static final Pattern MARK = Pattern.compile("\\D(?=\\d{3}(?!\\d))");
    private static final Map<Integer, Pattern> MULTIPLES = new TreeMap<>(Map.of(
            0, Pattern.compile(""),
            3, Pattern.compile("[\\s\\u00a0\\u202f-]*(?:k\\b|thousand|тыс|тис)"),
            6, Pattern.compile("[\\s\\u00a0\\u202f-]*(?:m\\b|million|mln|млн|миллион|мільйон)"),
            9, Pattern.compile("[\\s\\u00a0\\u202f-]*(?:bn\\b|billion|млрд|миллиард|мільярд)")));

    /** The first numeral of the quote that says the value; null when it is in words, or not there. */
    static @Nullable NumberSpan find(String quote, @Nullable Double value) {
        if (value == null || value.isNaN() || value.isInfinite()) {
            return null;
        }
        for (var multiple : MULTIPLES.entrySet()) {
            BigDecimal digits = BigDecimal.valueOf(value).movePointLeft(multiple.getKey());
            Matcher numerals = NUMERAL.matcher(quote);
            while (numerals.find()) {
                Matcher after = multiple.getValue().matcher(quote).region(numerals.end(), quote.length());
                if (after.lookingAt() && amount(numerals.group()).compareTo(digits) == 0) {
                    return new NumberSpan(numerals.start(), numerals.end());
                }
            }
        }
        return null;
    }

    private static BigDecimal amount(String numeral) {
        return new BigDecimal(MARK.matcher(numeral).replaceAll("").replace(',', '.'));
    }
}

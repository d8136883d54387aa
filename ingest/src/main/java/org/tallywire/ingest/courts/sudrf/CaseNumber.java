package org.tallywire.ingest.courts.sudrf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.ingest.courts.words.Plain;

/**
 * A case number with the earlier and second numbers that stand beside it: {@code 1-13/2026 (1-240/2025;)},
 * {@code 2-7/2026 ~ М-900/2025}, {@code 88-1/2026 [88-9000/2026]}. Latin look-alikes become Cyrillic.
 *
 * @param number empty: the text holds no number
 * @param aliases in the order of the page
 */
record CaseNumber(String number, List<String> aliases) {
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d+[./])?\\d{0,4}\\p{IsCyrillic}{0,4}-\\d+/\\d{2,4}(?:-\\d+)?(?!\\d)");
    private static final String LATIN = "aAgGkKmMyYuUcCeEoOpPxXBHT";
    private static final String CYRILLIC = "аАгГкКмМуУуУсСеЕоОрРхХВНТ";

    static CaseNumber parse(String text) {
        Matcher m = NUMBER.matcher(folded(Plain.text(text)));
        Set<String> found = new LinkedHashSet<>();
        while (m.find()) {
            found.add(m.group());
        }
        List<String> numbers = List.copyOf(found);
        return numbers.isEmpty()
                ? new CaseNumber("", List.of())
                : new CaseNumber(numbers.getFirst(), numbers.subList(1, numbers.size()));
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            int at = LATIN.indexOf(folded.charAt(i));
            if (at >= 0) {
                folded.setCharAt(i, CYRILLIC.charAt(at));
            }
        }
        return folded.toString();
    }
}

package org.tallywire.ingest.courts.cases;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tallywire.ingest.courts.words.Plain;

/** Case numbers and ids out of cells of unknown make: words that carry no digit and are no short code are left out. */
public final class SafeNumber {
    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,6}|\\p{Lu}{1,3}|№");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
    private static final Pattern LONG_WORD = Pattern.compile(".*\\p{L}{7,}.*");
    private static final int LONGEST = 80;

    private SafeNumber() {}

    /** The number; empty if the cell holds no digit. */
    public static String of(String cell) {
        String kept = BLANK.splitAsStream(Plain.text(cell))
                .filter(token -> DIGIT.matcher(token).matches()
                                && !LONG_WORD.matcher(token).matches()
                        || CODE.matcher(token).matches())
                .collect(Collectors.joining(" "));
        return DIGIT.matcher(kept).matches() && kept.length() <= LONGEST ? kept : "";
    }
}

package org.tallywire.ingest.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.avro.RegionKind;

/** Splits the credit off a caption: "... in the yard. Ivan Vetrov / Dozor", "Фото: Дозор". An agency in a credit is no cited outlet. */
final class Credits {
    private static final int LONGEST = 90;
    private static final Pattern LAST_SENTENCE =
            Pattern.compile("^(.*[.!?…»\"])\\s+([^.!?]{3,90}\\.?)$", Pattern.DOTALL);
    private static final Pattern BRACKETED =
            Pattern.compile("^(.*\\S)\\s*(\\((?=[^)]*(?:/|©|(?i:photo|фото|via)))[^)]{3,90}\\))\\.?$");
    private static final Pattern LABELLED =
            Pattern.compile("(?iu)^(\\p{L}+)(?:\\s+by)?\\s*[:©].*|^photo by .*|^courtesy of .*");
    private static final Pattern MIDDLE = Pattern.compile("(?u)^(.*\\S)\\s+((?:\\p{L}+\\s*:|©)\\s*[^:]{2,80})$");

    private Credits() {}

    /** One line as it is, or the caption and the credit after it. */
    static List<Block> split(Block caption) {
        String text = caption.text();
        if (text.length() <= LONGEST && isLabelled(text)) {
            return List.of(caption.as(RegionKind.CREDIT));
        }
        for (Pattern pattern : List.of(BRACKETED, LAST_SENTENCE, MIDDLE)) {
            Matcher found = pattern.matcher(text);
            if (found.matches() && isCredit(found.group(2))) {
                return List.of(
                        Block.of(RegionKind.CAPTION, found.group(1)), Block.of(RegionKind.CREDIT, found.group(2)));
            }
        }
        boolean whole = text.length() <= LONGEST && isCredit(text);
        return List.of(whole ? caption.as(RegionKind.CREDIT) : caption);
    }

    private static boolean isLabelled(String text) {
        Matcher label = LABELLED.matcher(text);
        return label.matches() && (label.group(1) == null || Furniture.isPhotoWord(label.group(1)));
    }

    /** A label with a name, a copyright sign, or two sides of a stroke, in few words. */
    static boolean isCredit(String text) {
        boolean stroke =
                text.matches("(?u)\\(?\\p{Lu}[^/]{1,50}\\s?/\\s?\\p{Lu}[^/]{1,40}(?:\\s?/\\s?\\p{Lu}[^/]{1,40})?");
        return text.split(" ").length <= 10
                && (isLabelled(text)
                        || stroke
                        || text.startsWith("©")
                        || text.startsWith("(c)")
                        || text.contains(" via "));
    }
}

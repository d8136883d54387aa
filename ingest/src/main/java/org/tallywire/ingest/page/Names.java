package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.tallywire.ingest.read.Rows;

/**
 * Words in the class and id of elements, matched by whole words: names are split at hyphens, underscores, blanks and
 * changes of case, so that {@code comment} does not hit {@code commentary}. A phrase with {@code =} before it must be the whole name.
 */
final class Names {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<String> phrases;

    private Names(List<String> phrases) {
        this.phrases = phrases;
    }

    /** The phrases of one group of a resource, in file order. */
    static Names of(String resource, Set<String> groups) {
        List<String> phrases = new ArrayList<>();
        for (String[] row : Rows.of(Names.class, resource)) {
            if (groups.contains(row[0])) {
                boolean whole = row[1].startsWith("=");
                phrases.add(whole ? "= " + row[1].substring(1) + " " : " " + row[1] + " ");
            }
        }
        return new Names(List.copyOf(phrases));
    }

    boolean hit(Element element) {
        String classes = element.className();
        String id = element.id();
        if (classes.isEmpty() && id.isEmpty()) {
            return false;
        }
        return hit(classes) || hit(id);
    }

    private boolean hit(String names) {
        for (String name : BLANKS.split(names)) {
            String words = " " + split(name) + " ";
            for (String phrase : phrases) {
                boolean whole = phrase.charAt(0) == '=';
                if (whole ? words.equals(phrase.substring(1)) : words.contains(phrase)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The class without the names that number or hash one element; boxes of one kind share it. */
    static String kind(Element element) {
        if (element.className().chars().noneMatch(Character::isDigit)) {
            return element.className();
        }
        StringBuilder kind = new StringBuilder();
        for (String name : BLANKS.split(element.className())) {
            if (name.chars().noneMatch(Character::isDigit)) {
                kind.append(name).append(' ');
            }
        }
        return kind.toString().isBlank() ? element.className() : kind.toString().strip();
    }

    /** {@code articleBody__main-text} as {@code article body main text}. */
    static String split(String name) {
        StringBuilder words = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean gap = !Character.isLetterOrDigit(c);
            boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if ((gap || hump) && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            if (!gap) {
                words.append(c);
            }
        }
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }
}

package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tallywire.avro.RegionKind;
import org.tallywire.ingest.read.Rows;

/**
 * Tags lines that a site puts into its articles: appeals, pointers to other articles, labels, editors' notes. An appeal
 * needs both an asking word and a word by which the outlet speaks of itself; what stands between two appeals belongs to them.
 */
final class Furniture {
    private static final Map<String, List<String>> WORDS = new HashMap<>();
    private static final Pattern ADDRESS = Pattern.compile("(?iu)(?:[^\\s:]{1,20}:\\s*)?(?:https?://|www\\.)\\S+");
    private static final Pattern COUNTER = Pattern.compile(
            "(?iu)(?:\\d[\\d\\s,.]*\\s*)(?:episodes?|comments?|views?|shares?|комментари\\p{L}*|просмотр\\p{L}*|коментар\\p{L}*|перегляд\\p{L}*)");
    private static final Pattern BYLINE =
            Pattern.compile("(?u)By \\p{Lu}[\\p{L}.'-]+(?:,? (?:and )?\\p{Lu}[\\p{L}.'-]+){1,5}(?:[,|] .{1,30})?");
    private static final Pattern HASHTAGS = Pattern.compile("(?u)(?:#[\\p{L}\\p{N}_]+[\\s,;]*)+");
    private static final Pattern READING_TIME = Pattern.compile(
            "(?iu).{0,60}\\d+[\\s-]*(?:min(?:ute)?s?[\\s-]*read|мин(?:ут[аыу]?|\\.)? (?:чтения|на чтение)|хв(?:илин[аиу]?|\\.)? (?:читання|на читання)).{0,20}");
    private static final int OPENING_WORDS = 12;
    private static final int APPEAL_GAP = 6;
    private static final int LONGEST_BESIDE = 200;
    private static final int LONGEST_APPEAL = 700;

    static {
        Rows.of(Furniture.class, "furniture.tsv")
                .forEach(row ->
                        WORDS.computeIfAbsent(row[0], sign -> new ArrayList<>()).add(row[2]));
    }

    private Furniture() {}

    /** The same lines, with FURNITURE and NOTE where the words say so. */
    static List<Block> tagged(List<Block> blocks) {
        List<Block> tagged = new ArrayList<>(blocks);
        List<Integer> appeals = new ArrayList<>();
        int appeal = -1;
        for (int i = 0; i < tagged.size(); i++) {
            Block block = tagged.get(i);
            String lower = lower(block);
            if (block.kind() == RegionKind.FURNITURE) {
                continue;
            }
            if (asks(lower)) {
                for (int j = appeal >= 0 && i - appeal <= APPEAL_GAP ? appeal : i; j <= i; j++) {
                    tagged.set(j, tagged.get(j).as(RegionKind.FURNITURE));
                }
                appeal = i;
                appeals.add(i);
            } else if (isCertain(block, lower)) {
                tagged.set(i, block.as(RegionKind.FURNITURE));
            } else if (has("note", lower, true)) {
                tagged.set(i, block.as(RegionKind.NOTE));
            }
        }
        spread(tagged, appeals, 1);
        spread(tagged, appeals, -1);
        Contacts.tag(tagged);
        return tagged;
    }

    /** A short line beside an appeal needs only one of the two signs. */
    private static void spread(List<Block> tagged, List<Integer> appeals, int step) {
        for (int appeal : appeals) {
            for (int i = appeal + step; i >= 0 && i < tagged.size(); i += step) {
                String lower = lower(tagged.get(i));
                if (lower.length() > LONGEST_BESIDE || !has("ask", lower, false) && !has("self", lower, false)) {
                    break;
                }
                tagged.set(i, tagged.get(i).as(RegionKind.FURNITURE));
            }
        }
    }

    private static String lower(Block block) {
        return lower(block.text());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** True for words that ask readers for something on behalf of those who wrote them. */
    static boolean isAppeal(String text) {
        return asks(lower(text)) || opensContacts(text);
    }

    /** True for words that open a box of addresses: for journalists, or for readers who have something to tell. */
    static boolean opensContacts(String text) {
        return has("contact", lower(text), true);
    }

    private static boolean asks(String lower) {
        return lower.length() < LONGEST_APPEAL && has("ask", lower, false) && has("self", lower, false);
    }

    private static boolean isCertain(Block block, String lower) {
        String bare = lower.replaceAll("[\\s.:…»→>–—-]+$", "").replaceAll("^[\\s«→<–—-]+", "");
        boolean few = lower.split(" ").length <= OPENING_WORDS;
        boolean pointer = has("opening", lower, true) && (few || block.linked() * 10 >= lower.length() * 6);
        return pointer
                || BYLINE.matcher(block.text()).matches()
                || WORDS.getOrDefault("whole", List.of()).contains(bare)
                || has("notice", lower, false)
                || HASHTAGS.matcher(lower).matches()
                || READING_TIME.matcher(lower).matches()
                || ADDRESS.matcher(lower).matches()
                || COUNTER.matcher(lower).matches();
    }

    /** True if the line asks for a subscription or a login before the rest is shown. */
    static boolean isPrompt(String text) {
        return has("prompt", text.toLowerCase(Locale.ROOT), false);
    }

    static boolean asksForScripts(String text) {
        return has("script", text.toLowerCase(Locale.ROOT), false);
    }

    static boolean isConsent(String text) {
        return has("consent", text.toLowerCase(Locale.ROOT), false);
    }

    static boolean isPhotoWord(String word) {
        return WORDS.getOrDefault("photo", List.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean has(String sign, String lower, boolean first) {
        for (String words : WORDS.getOrDefault(sign, List.of())) {
            if (first ? lower.startsWith(words) : holds(lower, words)) {
                return true;
            }
        }
        return false;
    }

    /** Whole words at the left edge: "нам" is no part of "динамо". */
    private static boolean holds(String lower, String words) {
        for (int at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + 1)) {
            boolean left = at == 0 || !Character.isLetter(lower.charAt(at - 1));
            int end = at + words.length();
            boolean right = end == lower.length() || !Character.isLetter(lower.charAt(end)) || words.length() > 4;
            if (left && right) {
                return true;
            }
        }
        return false;
    }
}

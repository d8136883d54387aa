package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The heading that is the headline of the article, and the date written beside it. */
final class Headline {
    private static final Names TITLE = Names.of("containers.tsv", Set.of("title"));
    private static final int SHORTEST = 15;
    private static final int LONGEST = 200;
    private static final int SECTION_WORDS = 3;
    private static final int LINE = 80;
    private static final int NEAR = 12;
    private static final int BOXES = 3;
    private static final String ELSEWHERE = "nav, aside, footer";
    private static final Pattern DATE = Pattern.compile(
            "(?u)(?<![\\d.])(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}(?: de)? \\p{L}{3,12}\\.?,? \\d{4}|\\p{L}{3,9}\\.? \\d{1,2}, \\d{4})"
                    + "(?![\\d.]\\d)(?:[, ]{1,3}(?:в |о |at )?\\d{1,2}:\\d\\d(?::\\d\\d)?)?");

    private Headline() {}

    /** The heading that begins the page's title; else the first of the highest rank that is no name of a section. */
    static @Nullable Element of(Document page) {
        String title = Lines.normal(page.title());
        List<Element> headings = page.select("h1, h2, h3, h4").stream()
                .filter(heading -> heading.closest(ELSEWHERE) == null && heading.hasText())
                .toList();
        if (headings.isEmpty()) {
            return unmarked(page);
        }
        Element first = page.selectFirst("article h1, main h1, h1");
        Element titled = Stream.of("h1", "h2", "h3", "h4")
                .flatMap(rank ->
                        headings.stream().filter(heading -> heading.normalName().equals(rank)))
                .filter(heading -> begins(title, Lines.normal(heading.text())))
                .findFirst()
                .orElse(first);
        if (titled != first || first == null || !isSection(first, page)) {
            return titled;
        }
        return headings.stream()
                .skip(headings.indexOf(first) + 1L)
                .filter(heading -> heading.text().split(" ").length > SECTION_WORDS)
                .filter(heading -> heading.selectFirst("a") == null)
                .findFirst()
                .orElse(first);
    }

    /** Old layouts know no headings: a box named so, or large letters. */
    private static @Nullable Element unmarked(Document page) {
        return page.select("div, td, p, span, font[size~=^(\\+[1-4]|[4-7])$]").stream()
                .filter(box -> box.normalName().equals("font") || TITLE.hit(box))
                .filter(box -> box.selectFirst("a") == null && box.closest("a") == null)
                .filter(box -> box.text().length() >= SHORTEST && box.text().length() <= LONGEST)
                .findFirst()
                .orElse(null);
    }

    private static boolean begins(String title, String heading) {
        return heading.length() >= SHORTEST && title.startsWith(heading);
    }

    /** Few words that a menu or a path of the page links to as well. */
    private static boolean isSection(Element heading, Document page) {
        String words = Lines.normal(heading.text());
        return heading.text().split(" ").length <= SECTION_WORDS
                && page.select("a[href]").stream()
                        .anyMatch(link -> !link.parents().contains(heading)
                                && Lines.normal(link.text()).equals(words));
    }

    /** A date in words that stand near the headline, outside links; empty: none. */
    static String date(@Nullable Element headline) {
        Element box = headline;
        for (int up = 0; up < BOXES && headline != null && box != null && box.parent() != null; up++) {
            box = box.parent();
            String date = box.normalName().equals("html") ? "" : nearest(box, headline);
            if (!date.isEmpty()) {
                return date;
            }
        }
        return "";
    }

    private static String nearest(Element box, Element headline) {
        List<TextNode> lines = new ArrayList<>();
        int at = -1;
        for (TextNode text : box.nodeStream(TextNode.class).toList()) {
            boolean inside = text.parent() instanceof Element parent
                    && (parent == headline || parent.parents().contains(headline));
            at = inside && at < 0 ? lines.size() : at;
            if (!inside && !text.isBlank()) {
                lines.add(text);
            }
            if (at >= 0 && lines.size() > at + NEAR) {
                break;
            }
        }
        for (int distance = 0; distance < NEAR; distance++) {
            for (int i : new int[] {at + distance, at - 1 - distance}) {
                String date = i >= 0 && i < lines.size() ? date(lines.get(i)) : "";
                if (!date.isEmpty()) {
                    return date;
                }
            }
        }
        return "";
    }

    private static String date(TextNode text) {
        String line = text.text().strip();
        boolean linked = text.parent() instanceof Element parent && parent.closest("a") != null;
        Matcher date = DATE.matcher(line);
        return !linked && line.length() <= LINE && date.find() ? date.group() : "";
    }
}

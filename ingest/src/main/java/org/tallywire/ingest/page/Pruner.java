package org.tallywire.ingest.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Takes out of a container what is no part of the article: by element, by the words of its class and id, by its links. */
final class Pruner {
    private static final String NEVER =
            "script, style, template, noscript, nav, aside, footer, button, select, input, textarea, iframe, svg, canvas, video, audio, object,"
                    + " embed, time, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=search], [role=dialog]";
    private static final String NAMED =
            "div, section, ul, ol, p, span, header, figure, table, h2, h3, h4, h5, a, strong, em, b, dl, form, blockquote";
    /** Attribute of a box that asks readers for something; its lines are furniture. */
    static final String APPEAL = "data-appeal";

    /** Attribute of a box of a picture and few words; they are its caption. */
    static final String PICTURE = "data-picture";

    private static final Names JUNK = Names.of("junk.tsv", Set.of("junk"));
    private static final Names BUILDER = Names.of("junk.tsv", Set.of("builder"));
    private static final Names QUOTE = Names.of("junk.tsv", Set.of("quote"));
    private static final int LEAST_LEFT = 7;
    private static final int LONGEST_APPEAL = 400;
    private static final int LONGEST_BESIDE_PICTURE = 200;
    private static final long MOST_NODES = 60;
    private static final Evaluator PARAGRAPH = QueryParser.parse("p, li, h1, h2, h3");
    private static final int NEAR = 6;
    private static final int MOST_QUOTES = 50;

    private Pruner() {}

    /** A pruned copy of the container; the vocabulary is not used where it would leave almost nothing. */
    static Element pruned(Element container) {
        Element copy = container.clone();
        copy.setBaseUri(container.baseUri());
        elements(copy);
        Element named = copy.clone();
        named.setBaseUri(container.baseUri());
        byName(named);
        byRepetition(named);
        Element kept = textLength(named) * LEAST_LEFT < textLength(copy) ? copy : named;
        LinkLists.drop(kept);
        byAppeal(kept);
        byPicture(kept);
        return kept;
    }

    /** A pruned copy that is made when it is first asked for, and then kept. */
    static Supplier<Element> once(Element container) {
        return new Supplier<>() {
            private @Nullable Element made;

            @Override
            public Element get() {
                Element known = made == null ? pruned(container) : made;
                made = known;
                return known;
            }
        };
    }

    private static void elements(Element root) {
        int all = textLength(root);
        for (Element element : root.select(NEVER)) {
            if (element != root) {
                element.remove();
            }
        }
        for (Element form : root.select("form")) {
            if (form != root && textLength(form) * 2 < all) {
                form.remove();
            }
        }
        for (Element styled : root.select("[style]")) {
            String style = styled.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
            if (styled != root && (style.contains("display:none") || style.contains("visibility:hidden"))) {
                styled.remove();
            }
        }
    }

    private static void byName(Element root) {
        for (Element element : root.select(NAMED)) {
            if (element != root && element.parent() != null && isJunk(element) && !holdsArticle(element, root)) {
                element.remove();
            }
        }
    }

    private static boolean isJunk(Element element) {
        return JUNK.hit(element)
                || BUILDER.hit(element) && element.selectFirst("a, img") != null && !Prose.within(element);
    }

    /** A pulled quotation repeats a line of the text; what stands once is a part of it. */
    private static void byRepetition(Element root) {
        List<Element> quotes = root.select(NAMED).stream()
                .filter(QUOTE::hit)
                .limit(MOST_QUOTES)
                .toList();
        String all = quotes.isEmpty() ? "" : Lines.normal(root.text());
        for (Element quote : quotes) {
            String words = Lines.normal(quote.text());
            if (quote != root && all.indexOf(words) != all.lastIndexOf(words)) {
                quote.remove();
            }
        }
    }

    /** A wrapper whose name happens to hold a junk word, around most of the text. */
    private static boolean holdsArticle(Element element, Element root) {
        return paragraphText(element) * 2 > Math.max(paragraphText(root), 400);
    }

    /** A small box apart whose words, taken together, ask: its heading and button belong to the appeal. */
    private static void byAppeal(Element root) {
        int all = textLength(root);
        for (Element box : root.select("div, section, blockquote, table")) {
            int length = textLength(box);
            if (box != root && length <= LONGEST_APPEAL && length * 3 <= all && Furniture.isAppeal(box.text())) {
                box.attr(APPEAL, "");
            }
        }
    }

    private static void byPicture(Element root) {
        for (Element picture : root.select("img, picture")) {
            Element box = picture.parent();
            for (int up = 0; up < NEAR && box != null && box != root && isSmall(box); up++) {
                if (box.normalName().equals("div") || box.normalName().equals("table")) {
                    box.attr(PICTURE, "");
                }
                box = box.parent();
            }
        }
    }

    /** Few words and no paragraph; stops counting early, because a page may hold any number of pictures. */
    private static boolean isSmall(Element box) {
        return box.nodeStream().limit(MOST_NODES + 1).count() <= MOST_NODES
                && textLength(box) <= LONGEST_BESIDE_PICTURE
                && box.selectFirst(PARAGRAPH) == null;
    }

    static int textLength(Element element) {
        return element.text().length();
    }

    /** Characters of the paragraphs below an element, link text left out. */
    static int paragraphText(Element element) {
        int length = 0;
        for (Element paragraph : element.select("p")) {
            length += textLength(paragraph)
                    - paragraph.select("a").stream()
                            .mapToInt(Pruner::textLength)
                            .sum();
        }
        return length;
    }
}

package org.tallywire.ingest.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

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
    private static final int LEAST_LEFT = 7;
    private static final int SHORT = 100;
    private static final int SHORT_LAST = 300;
    private static final int MANY_LINKS = 4;
    private static final int LONGEST_APPEAL = 400;
    private static final int LONGEST_BESIDE_PICTURE = 200;
    private static final long MOST_NODES = 60;
    private static final Evaluator PARAGRAPH = QueryParser.parse("p, li, h1, h2, h3");
    private static final int NEAR = 6;

    private Pruner() {}

    /** A pruned copy of the container; the vocabulary is not used where it would leave almost nothing. */
    static Element pruned(Element container) {
        Element copy = container.clone();
        copy.setBaseUri(container.baseUri());
        elements(copy);
        Element named = copy.clone();
        named.setBaseUri(container.baseUri());
        byName(named);
        Element kept = textLength(named) * LEAST_LEFT < textLength(copy) ? copy : named;
        byLinks(kept, "div, section");
        byLinks(kept, "ul, ol, dl");
        byLinks(kept, "p");
        byAppeal(kept);
        byPicture(kept);
        return kept;
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
            if (element != root && element.parent() != null && JUNK.hit(element) && !holdsArticle(element, root)) {
                element.remove();
            }
        }
    }

    /** A wrapper whose name happens to hold a junk word, around most of the text. */
    private static boolean holdsArticle(Element element, Element root) {
        return paragraphText(element) * 2 > Math.max(paragraphText(root), 400);
    }

    private static void byLinks(Element root, String kinds) {
        for (Element element : root.select(kinds)) {
            boolean apart = element != root && element.parent() != null && element.closest("li, td") == null;
            if ((apart || element.normalName().equals("ul"))
                    && element != root
                    && element.parent() != null
                    && isLinkList(element)) {
                element.remove();
            }
        }
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

    private static boolean isLinkList(Element element) {
        int length = textLength(element);
        if (length == 0) {
            return false;
        }
        List<Element> links = element.select("a[href]");
        int linked = links.stream().mapToInt(Pruner::textLength).sum();
        boolean paragraph = element.normalName().equals("p");
        boolean last = element.nextElementSibling() == null;
        int small = paragraph ? (last ? 60 : 30) : (last ? SHORT_LAST : SHORT);
        boolean shortAndLinked = length < small && linked * 10 >= length * 8;
        boolean longAndLinked = links.size() > MANY_LINKS && linked * 10 >= length * 9 && linked / links.size() < 120;
        return shortAndLinked || longAndLinked;
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

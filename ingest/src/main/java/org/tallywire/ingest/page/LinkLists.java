package org.tallywire.ingest.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Boxes, lists, cells and paragraphs that are mostly links: menus, archives, dated headlines. Only letters count, dates and bullets do not. */
final class LinkLists {
    private static final int SHORT = 100;
    private static final int SHORT_LAST = 300;
    private static final int MANY_LINKS = 4;
    private static final int LONGEST_LABEL = 60;
    private static final String LAYOUT = "p, h1, h2, h3, h4, ul, table";

    private LinkLists() {}

    static void drop(Element root) {
        Set<Element> layout = new HashSet<>();
        for (Element cell : root.select("td")) {
            if (cell == root || cell.selectFirst(LAYOUT) != null) {
                layout.add(cell);
            }
        }
        drop(root, "div, section", layout);
        drop(root, "table, td", layout);
        drop(root, "ul, ol, dl", layout);
        drop(root, "p", layout);
    }

    private static void drop(Element root, String kinds, Set<Element> layout) {
        for (Element element : root.select(kinds)) {
            boolean inside = element != root && element.parent() != null;
            boolean list = element.normalName().equals("ul");
            if (inside && (list || isApart(element, root, layout)) && isLinkList(element)) {
                Element label = element.previousElementSibling();
                Element next = element.nextElementSibling();
                element.remove();
                boolean opens = next == null
                        || !next.normalName().equals("p") && !next.normalName().equals("div");
                if (element.is("ul, ol, dl") && opens && label != null && isLabel(label)) {
                    label.remove();
                }
            }
        }
    }

    /** A list of links under a heading takes the heading with it. */
    private static boolean isLabel(Element element) {
        return element.is("h2, h3, h4, h5, h6") && Pruner.textLength(element) <= LONGEST_LABEL;
    }

    /** Not in a list item or in a cell of data; cells that lay out a page count as boxes. */
    private static boolean isApart(Element element, Element root, Set<Element> layout) {
        for (Element at = element.parent(); at != null && at != root; at = at.parent()) {
            String name = at.normalName();
            if (name.equals("li") || name.equals("td") && !layout.contains(at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLinkList(Element element) {
        List<Element> links = element.select("a[href]");
        if (links.isEmpty()) {
            return false;
        }
        int length = Pruner.textLength(element);
        int linked = links.stream().mapToInt(link -> letters(link.text())).sum();
        int all = letters(element.text());
        boolean cell = element.normalName().equals("td") || element.normalName().equals("table");
        boolean paragraph = element.normalName().equals("p");
        boolean last = element.nextElementSibling() == null;
        int small = paragraph ? (last ? 60 : 30) : (last ? SHORT_LAST : SHORT);
        boolean shortAndLinked = !cell && length < small && linked * 10 >= all * 8;
        boolean longAndLinked = links.size() > MANY_LINKS && linked * 10 >= all * 9 && linked / links.size() < 120;
        return shortAndLinked || longAndLinked;
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetter).count();
    }
}

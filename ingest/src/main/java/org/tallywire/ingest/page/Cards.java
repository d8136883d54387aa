package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Small boxes of one kind beside each other, each with a linked title: news lists, which read like prose but are none of the article. */
final class Cards {
    private static final int FEWEST = 3;
    private static final int LARGEST = 400;
    private static final int MOST_UNLINKED = 250;
    private static final int SHORTEST_TITLE = 15;
    private static final int LONGEST_LABEL = 60;
    private static final long MOST_NODES = 60;
    private static final Set<String> BOXES = Set.of("div", "article", "section", "li", "a");

    private Cards() {}

    /** Takes them out, with the label above them, unless nothing else of the page is prose. */
    static void drop(Element body) {
        List<List<Element>> groups = new ArrayList<>();
        body.stream()
                .filter(parent -> parent.childrenSize() >= FEWEST)
                .forEach(parent -> groups.addAll(groups(parent)));
        int cards = groups.stream()
                .flatMap(List::stream)
                .mapToInt(card -> Prose.length(BlockWriter.write(card, true)))
                .sum();
        if (groups.isEmpty() || cards > 0 && cards == Prose.length(BlockWriter.write(body, true))) {
            return;
        }
        for (List<Element> group : groups) {
            Element parent = group.getFirst().parent();
            Element label = group.getFirst().previousElementSibling();
            group.forEach(Element::remove);
            if (label == null && parent != null && parent != body && !parent.hasText()) {
                label = parent.previousElementSibling();
            }
            if (label != null && isLabel(label)) {
                label.remove();
            }
        }
    }

    private static List<List<Element>> groups(Element parent) {
        Map<String, List<Element>> kinds = new HashMap<>();
        for (Element child : parent.children()) {
            boolean inline = child.normalName().equals("a") && child.childrenSize() == 0;
            if (BOXES.contains(child.normalName()) && !inline) {
                kinds.computeIfAbsent(child.normalName() + " " + Names.kind(child), kind -> new ArrayList<>())
                        .add(child);
            }
        }
        return kinds.values().stream()
                .filter(kind -> kind.size() >= FEWEST)
                .map(kind -> kind.stream().filter(Cards::isCard).toList())
                .filter(kind -> kind.size() >= FEWEST)
                .toList();
    }

    private static boolean isLabel(Element element) {
        int length = Pruner.textLength(element);
        return length > 0 && length <= LONGEST_LABEL && !element.normalName().equals("p") && !Prose.within(element);
    }

    private static boolean isCard(Element box) {
        if (box.nodeStream().limit(MOST_NODES + 1).count() > MOST_NODES) {
            return false;
        }
        int length = Pruner.textLength(box);
        if (length < SHORTEST_TITLE || length > LARGEST) {
            return false;
        }
        int linked = box.select("a").stream().mapToInt(Pruner::textLength).sum();
        return length - linked <= MOST_UNLINKED
                && box.select("a[href]").stream().anyMatch(link -> isTitle(link, box));
    }

    /** A link to elsewhere that fills a block of its own. */
    private static boolean isTitle(Element link, Element box) {
        int length = Pruner.textLength(link);
        Element block = link == box ? link : block(link);
        return block != null
                && (block != box || !box.normalName().equals("li"))
                && length >= SHORTEST_TITLE
                && !link.attr("href").contains("#")
                && Pruner.textLength(block) == length;
    }

    private static @Nullable Element block(Element link) {
        Element block = link.parent();
        while (block != null && !block.isBlock()) {
            block = block.parent();
        }
        return block;
    }
}

package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tallywire.avro.RegionKind;

/** Finds the element that holds the article: stages from the surest sign to the weakest; the first that yields paragraphs wins. */
final class Container {
    private static final int FEW_PARAGRAPH_CHARACTERS = 750;
    private static final int ENOUGH = 250;
    private static final int LONGEST_LABEL = 60;
    private static final String SENTENCE_ENDS = ".!?…;:»”\"";
    private static final Names STRONG = Names.of("containers.tsv", Set.of("strong"));
    private static final Names WEAK = Names.of("containers.tsv", Set.of("weak"));
    private static final Names LOOSE = Names.of("containers.tsv", Set.of("loose"));
    private static final Names JUNK = Names.of("junk.tsv", Set.of("junk"));
    private static final String BOXES = "div, section, article, main, td, span, p, form";

    private static final List<Predicate<Element>> STAGES = List.of(
            element ->
                    element.attr("itemprop").toLowerCase(java.util.Locale.ROOT).contains("articlebody")
                            || STRONG.hit(element),
            element -> element.normalName().equals("article"),
            element -> element.attr("role").equals("article") || WEAK.hit(element),
            LOOSE::hit,
            element ->
                    element.normalName().equals("main") || element.attr("role").equals("main"));

    private Container() {}

    /** Lines of the article; empty if the page has no words at all. The pruned page is made only where it is needed. */
    static List<Block> blocks(Document page, Supplier<Element> pruned) {
        List<Element> boxes = page.body().select(BOXES);
        List<Block> best = List.of();
        for (Predicate<Element> stage : STAGES) {
            Element chosen = chosen(
                    boxes.stream().filter(stage).filter(box -> !insideJunk(box)).toList());
            if (chosen == null) {
                continue;
            }
            List<Block> blocks = of(chosen);
            boolean enough = paragraphs(blocks) > 1 && length(blocks) >= ENOUGH;
            if (enough || stage == STAGES.getFirst() && holdsMost(blocks, pruned.get())) {
                return blocks;
            }
            best = length(blocks) > length(best) ? blocks : best;
        }
        List<Block> whole = withoutLabels(written(Prose.densest(pruned.get())));
        return length(whole) > 2 * length(best) ? whole : best;
    }

    /** Where no name tells the article, what is no sentence before its first prose and after its last is the layout's. */
    private static List<Block> withoutLabels(List<Block> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && isLabel(lines.get(from))) {
            from++;
        }
        while (from < to && isLabel(lines.get(to - 1))) {
            to--;
        }
        return from < to ? lines.subList(from, to) : lines;
    }

    private static boolean isLabel(Block line) {
        String text = line.text();
        return line.kind() != RegionKind.CAPTION
                && text.length() <= LONGEST_LABEL
                && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) < 0;
    }

    /** True if at least half of the prose of a pruned page stands in these lines: a short article is whole, too. */
    static boolean holdsMost(List<Block> blocks, Element pruned) {
        int own = Prose.length(Furniture.tagged(blocks));
        return own > 0 && own * 2 >= Prose.length(Furniture.tagged(BlockWriter.write(pruned, true)));
    }

    private static List<Block> written(Element pruned) {
        return BlockWriter.write(pruned, Pruner.paragraphText(pruned) < FEW_PARAGRAPH_CHARACTERS);
    }

    static List<Block> of(Element container) {
        return written(Pruner.pruned(container));
    }

    static int length(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() != RegionKind.CAPTION)
                .mapToInt(block -> block.text().length())
                .sum();
    }

    private static long paragraphs(List<Block> blocks) {
        return blocks.stream().filter(block -> block.kind() == RegionKind.BODY).count();
    }

    private static boolean insideJunk(Element box) {
        for (Element at = box; at != null && !at.normalName().equals("body"); at = at.parent()) {
            String name = at.normalName();
            if (name.equals("aside")
                    || name.equals("footer")
                    || name.equals("nav")
                    || JUNK.hit(at) && Pruner.paragraphText(at) < ENOUGH) {
                return true;
            }
        }
        return false;
    }

    /** The box with the most paragraph text; where the text is spread over boxes side by side, what holds them. */
    private static @org.jspecify.annotations.Nullable Element chosen(List<Element> boxes) {
        Element best = null;
        int most = -1;
        for (Element box : boxes) {
            int words = Math.max(Pruner.paragraphText(box), Pruner.textLength(box) / 4);
            boolean inner = best != null && box.parents().contains(best);
            if (words > most || inner && words * 10 >= most * 9) {
                best = box;
                most = Math.max(most, words);
            }
        }
        return best == null ? null : Peers.joined(spread(best, boxes, most), boxes);
    }

    private static Element spread(Element best, List<Element> boxes, int most) {
        Element parent = best.parent();
        if (parent == null || parent.normalName().equals("body")) {
            return best;
        }
        List<Element> beside = new ArrayList<>(boxes);
        beside.removeIf(box -> box.parent() != parent);
        int together = beside.stream()
                .mapToInt(box -> Math.max(Pruner.paragraphText(box), Pruner.textLength(box) / 4))
                .sum();
        boolean sameName = beside.stream()
                        .filter(box -> box.className().equals(best.className()))
                        .count()
                > 1;
        return sameName && !best.normalName().equals("article") && together * 7 > most * 10 ? parent : best;
    }
}

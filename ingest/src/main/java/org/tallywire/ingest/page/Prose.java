package org.tallywire.ingest.page;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.RegionKind;

/** Tells prose from labels, menus and captions: long lines that end as sentences do and stand mostly outside links. */
final class Prose {
    private static final int SHORTEST = 60;
    private static final String ENDS = ".!?…:;»”\"’)";
    private static final int MOST_TENTHS = 9;

    /** Columns of a layout stand beside the article, parts of an article below each other. */
    private static final int MOST_TENTHS_OF_ROW = 5;

    private static final Set<String> TEXT = Set.of("p", "li", "blockquote", "td");

    /** Each step writes the whole element, so they are few. */
    private static final int DEEPEST = 25;

    private Prose() {}

    static boolean is(Block line) {
        String text = line.text();
        return text.length() >= SHORTEST
                && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0
                && line.linked() * 2 <= text.length();
    }

    /** Characters of the lines that are prose and not known as furniture. */
    static int length(List<Block> lines) {
        return lines.stream()
                .filter(line -> line.kind() != RegionKind.FURNITURE && is(line))
                .mapToInt(line -> line.text().length())
                .sum();
    }

    /** True if any paragraph below is prose; stops at the first. */
    static boolean within(Element box) {
        return box.stream().anyMatch(element -> {
            boolean text = TEXT.contains(element.normalName());
            String words = text ? element.text() : element.ownText();
            return words.length() >= SHORTEST
                    && ENDS.indexOf(words.charAt(words.length() - 1)) >= 0
                    && (!text || element.select("a").text().length() * 2 <= words.length());
        });
    }

    /** The innermost element that still holds nine tenths of the prose, of a row of cells half; for pages whose names say nothing. */
    static Element densest(Element root) {
        int all = length(BlockWriter.write(root, true));
        Element at = root;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Element inner = holder(at, all);
            if (inner == null) {
                break;
            }
            at = inner;
            all = inner.normalName().equals("td") ? length(BlockWriter.write(inner, true)) : all;
        }
        return at;
    }

    private static @Nullable Element holder(Element element, int all) {
        int tenths = element.normalName().equals("tr") ? MOST_TENTHS_OF_ROW : MOST_TENTHS;
        for (Element child : element.children()) {
            boolean most = all > 0 && length(BlockWriter.write(child, true)) * 10 >= all * tenths;
            if (most && !child.normalName().equals("p")) {
                return child;
            }
        }
        return null;
    }
}

package org.tallywire.ingest.page;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.tallywire.avro.RegionKind;
import org.tallywire.ingest.read.UrlKey;

/** Writes a container's elements as blocks: one line a paragraph, links kept, two line breaks in a row split. */
final class BlockWriter implements NodeVisitor {
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "li",
            "blockquote",
            "pre",
            "td",
            "th",
            "dd",
            "dt",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "figcaption",
            "caption");
    private static final Map<String, RegionKind> KINDS = Map.ofEntries(
            entry("h1", RegionKind.HEADING),
            entry("h2", RegionKind.HEADING),
            entry("h3", RegionKind.HEADING),
            entry("h4", RegionKind.HEADING),
            entry("h5", RegionKind.HEADING),
            entry("h6", RegionKind.HEADING),
            entry("figcaption", RegionKind.CAPTION),
            entry("caption", RegionKind.CAPTION),
            entry("figure", RegionKind.CAPTION),
            entry("td", RegionKind.TABLE),
            entry("th", RegionKind.TABLE),
            entry("li", RegionKind.LIST),
            entry("dd", RegionKind.LIST),
            entry("dt", RegionKind.LIST));
    private static final Names CAPTION = Names.of("containers.tsv", Set.of("caption"));
    private static final int LONGEST_CAPTION = 500;
    private static final Set<String> SPLITTING = Set.of("br", "hr");

    private final boolean loose;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final List<Block.Anchor> links = new ArrayList<>();
    private boolean outside;
    /** Open boxes of captions. */
    private final Set<Element> captions = new HashSet<>();

    /** Open boxes that ask readers for something. */
    private int asked;

    private boolean blank;
    private int breaks;
    private int linkStart = -1;

    private BlockWriter(boolean loose) {
        this.loose = loose;
    }

    /**
     * Lines of a container in document order.
     *
     * @param loose true to take all words that stand outside any paragraph, false to take only prose of them
     */
    static List<Block> write(Element container, boolean loose) {
        BlockWriter writer = new BlockWriter(loose);
        container.parents().stream().filter(BlockWriter::isCaption).forEach(writer.captions::add);
        container.traverse(writer);
        writer.flush(container);
        return writer.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            words(text);
        } else if (node instanceof Element element) {
            open(element);
            if (isCaption(element)) {
                captions.add(element);
            }
            asked += element.hasAttr(Pruner.APPEAL) ? 1 : 0;
        }
    }

    private void open(Element element) {
        if (SPLITTING.contains(element.normalName())) {
            breaks++;
            blank = true;
            if (breaks > 1 || element.normalName().equals("hr")) {
                flush(element);
            }
        } else if (element.isBlock() || PARAGRAPHS.contains(element.normalName())) {
            flush(element.parent() == null ? element : element.parent());
        } else if (element.normalName().equals("a")) {
            linkStart = line.length();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (element.isBlock() || PARAGRAPHS.contains(element.normalName())) {
            flush(element);
        } else if (element.normalName().equals("a") && linkStart >= 0) {
            link(element);
        }
        captions.remove(element);
        asked -= element.hasAttr(Pruner.APPEAL) ? 1 : 0;
    }

    private void link(Element anchor) {
        int start = linkStart;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        if (anchor.hasAttr("href") && start < line.length()) {
            links.add(new Block.Anchor(start, line.length(), UrlKey.stored(anchor.absUrl("href"))));
        }
        linkStart = -1;
    }

    private void words(TextNode text) {
        outside |= !loose && !text.isBlank() && !insideParagraph(text);
        String whole = text.getWholeText();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c <= ' ' || Character.isSpaceChar(c)) {
                blank = true;
            } else if (c != '\u00AD' && c != '\u200B' && c != '\u200C' && c != '\u2060' && c != '\uFEFF') {
                add(c);
            }
        }
    }

    private void add(char c) {
        if (blank && !line.isEmpty()) {
            line.append(' ');
        }
        blank = false;
        breaks = 0;
        line.append(c);
    }

    private static boolean insideParagraph(Node node) {
        for (Node at = node.parent(); at instanceof Element element; at = element.parent()) {
            if (PARAGRAPHS.contains(element.normalName())) {
                return true;
            }
        }
        return false;
    }

    private void flush(Element inside) {
        String text = line.toString().strip();
        if (!text.isEmpty()) {
            String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
            RegionKind kind = asked > 0 ? RegionKind.FURNITURE : kind(inside);
            Block block = new Block(kind, normal, normal.equals(text) ? List.copyOf(links) : List.of());
            if (!outside || Prose.is(block)) {
                blocks.add(block);
            }
        }
        outside = false;
        line.setLength(0);
        links.clear();
        blank = false;
        breaks = 0;
        linkStart = linkStart >= 0 ? 0 : -1;
    }

    private RegionKind kind(Element inside) {
        if (!captions.isEmpty()) {
            return RegionKind.CAPTION;
        }
        for (Element at = inside; at != null; at = at.parent()) {
            RegionKind kind = KINDS.get(at.normalName());
            if (kind != null) {
                return kind;
            }
        }
        return RegionKind.BODY;
    }

    private static boolean isCaption(Element box) {
        return box.hasAttr(Pruner.PICTURE) || CAPTION.hit(box) && Pruner.textLength(box) <= LONGEST_CAPTION;
    }
}

package org.tallywire.ingest.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.RegionKind;

/** The first paragraph where a site sets it apart: between the headline and the box that holds the rest. */
final class Standfirst {
    private static final Names LEAD = Names.of("containers.tsv", Set.of("lead"));
    private static final Names JUNK = Names.of("junk.tsv", Set.of("junk", "builder"));
    private static final Names CAPTION = Names.of("containers.tsv", Set.of("caption"));
    private static final String PICTURES = "img, picture, video, iframe";
    private static final String NO_TEXT = "nav, aside, footer, figure, form, button, ul, ol, time, h1";
    private static final int SHORTEST = 40;
    private static final int SHORTEST_UNMARKED = 60;
    private static final int LONGEST = 700;
    private static final int FAR = 200;

    private Standfirst() {}

    /**
     * The paragraph, if the page has one that is not among the lines already: marked by its name, equal to one of the
     * descriptions, or a plain paragraph that stands between headline and text.
     */
    static Optional<Block> of(Document page, List<String> descriptions, List<Block> lines) {
        String first = lines.stream()
                .filter(line -> line.kind() != RegionKind.CAPTION)
                .findFirst()
                .map(line -> Lines.normal(line.text()))
                .orElse("");
        Element headline = Headline.of(page);
        if (headline == null || first.isEmpty()) {
            return Optional.empty();
        }
        List<String> described = descriptions.stream().map(Lines::normal).toList();
        List<Element> all = page.body().getAllElements();
        int at = all.indexOf(headline);
        String plain = "";
        for (Element element : all.subList(at + 1, Math.min(all.size(), at + FAR))) {
            String text = element.text();
            String normal = Lines.normal(text);
            if (normal.startsWith(first)) {
                return told(plain, lines);
            }
            if (text.length() < SHORTEST || text.length() > LONGEST) {
                continue;
            }
            if (LEAD.hit(element) || described.contains(normal)) {
                return told(text, lines);
            }
            plain = plain.isEmpty() && isPlain(element, headline) ? text : plain;
        }
        return Optional.empty();
    }

    private static Optional<Block> told(String text, List<Block> lines) {
        String normal = Lines.normal(text);
        boolean told = lines.stream().anyMatch(line -> normal.contains(Lines.normal(line.text())));
        return normal.isEmpty() || told ? Optional.empty() : Optional.of(Block.of(RegionKind.BODY, text));
    }

    /** One paragraph of words, not beside a picture, not furniture by its names or its words. */
    private static boolean isPlain(Element element, Element headline) {
        String text = element.text();
        List<Block> written = element.isBlock() ? Furniture.tagged(BlockWriter.write(element, true)) : List.of();
        return written.size() == 1
                && (written.getFirst().kind() == RegionKind.BODY
                        || written.getFirst().kind() == RegionKind.TABLE)
                && written.getFirst().linked() * 2 <= text.length()
                && text.length() >= SHORTEST_UNMARKED
                && !isSetApart(element, headline);
    }

    private static boolean isSetApart(Element element, Element headline) {
        for (@Nullable Element at = element; at != null && !headline.parents().contains(at); at = at.parent()) {
            Element before = at.previousElementSibling();
            boolean picture = at.selectFirst(PICTURES) != null
                    || before != null && before != headline && before.selectFirst(PICTURES) != null;
            if (picture || at.is(NO_TEXT) || JUNK.hit(at) || CAPTION.hit(at)) {
                return true;
            }
        }
        return false;
    }
}

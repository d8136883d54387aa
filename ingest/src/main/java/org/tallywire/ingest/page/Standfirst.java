package org.tallywire.ingest.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tallywire.avro.RegionKind;

/** The first paragraph where a site sets it apart: between the headline and the box that holds the rest. */
final class Standfirst {
    private static final Names LEAD = Names.of("containers.tsv", Set.of("lead"));
    private static final int SHORTEST = 40;
    private static final int LONGEST = 700;
    private static final int FAR = 200;

    private Standfirst() {}

    /** The paragraph, if the page has one that is not among the lines already. */
    static Optional<Block> of(Document page, List<Block> lines) {
        String first = lines.stream()
                .filter(line -> line.kind() != RegionKind.CAPTION)
                .findFirst()
                .map(line -> Lines.normal(line.text()))
                .orElse("");
        Element headline = page.selectFirst("h1");
        if (headline == null || first.isEmpty()) {
            return Optional.empty();
        }
        List<Element> all = page.body().getAllElements();
        int at = all.indexOf(headline);
        for (Element element : all.subList(at + 1, Math.min(all.size(), at + FAR))) {
            String text = element.text();
            String normal = Lines.normal(text);
            if (normal.startsWith(first)) {
                return Optional.empty();
            }
            if (LEAD.hit(element) && text.length() >= SHORTEST && text.length() <= LONGEST) {
                boolean told = lines.stream().anyMatch(line -> normal.contains(Lines.normal(line.text())));
                return told ? Optional.empty() : Optional.of(Block.of(RegionKind.BODY, text));
            }
        }
        return Optional.empty();
    }
}

package org.tallywire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.tallywire.avro.Link;
import org.tallywire.avro.Region;
import org.tallywire.avro.RegionKind;

/**
 * The text of an article with what each stretch of it is.
 *
 * @param text headline and paragraphs, one line break between; offsets into it stay true for ever
 * @param regions tile the text; a region covers its line, the line break after it belongs to it
 * @param links offsets into the text
 * @param flags SHORT, TEASER, PAYWALL, JS_ONLY, FALLBACK, MOJIBAKE
 */
public record ArticleText(String text, List<Region> regions, List<Link> links, List<String> flags) {
    /** Kinds that make up the body as a reader would retell it. */
    private static final Set<RegionKind> BODY = Set.of(
            RegionKind.LEAD, RegionKind.BODY, RegionKind.HEADING, RegionKind.LIST, RegionKind.TABLE, RegionKind.NOTE);

    /** A headline and the HTML of a feed body; relative links hang from {@code base}. */
    public static ArticleText ofHtml(String title, String html, String base) {
        Document body = Jsoup.parseBodyFragment(html, base);
        List<Block> blocks = BlockWriter.write(Pruner.pruned(body.body()), true);
        return of(
                title,
                Lines.of(title, blocks),
                Container.length(blocks) < PageReader.SHORT ? List.of("SHORT") : List.of());
    }

    static ArticleText of(String title, List<Block> lines, List<String> flags) {
        List<Block> all = new ArrayList<>();
        if (!title.isEmpty()) {
            all.add(Block.of(RegionKind.HEADLINE, title));
        }
        all.addAll(lines);
        StringBuilder text = new StringBuilder();
        List<Region> regions = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            int start = text.length();
            text.append(block.text());
            block.links().stream()
                    .filter(link -> !link.url().isEmpty())
                    .forEach(link -> links.add(new Link(start + link.start(), start + link.end(), link.url())));
            if (i + 1 < all.size()) {
                text.append('\n');
            }
            regions.add(new Region(block.kind(), start, text.length()));
        }
        return new ArticleText(text.toString(), List.copyOf(regions), List.copyOf(links), List.copyOf(flags));
    }

    /** The article as a reader would retell it: no headline, captions, credits and furniture; lines as in the text. */
    public String body() {
        return regions.stream()
                .filter(region -> BODY.contains(region.getKind()))
                .map(region ->
                        text.substring(region.getStart(), region.getEnd()).strip())
                .collect(Collectors.joining("\n"));
    }
}

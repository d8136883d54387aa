package org.tallywire.ingest.page;

import java.util.List;
import org.tallywire.avro.RegionKind;

/**
 * One line of an article: a paragraph, a heading, a list item, a caption.
 *
 * @param text white space collapsed, no line break
 * @param links offsets within the block
 */
record Block(RegionKind kind, String text, List<Anchor> links) {
    /** A link over [start, end) of the block; an empty address leads nowhere that is known. */
    record Anchor(int start, int end, String url) {}

    static Block of(RegionKind kind, String text) {
        return new Block(kind, text, List.of());
    }

    Block as(RegionKind other) {
        return new Block(other, text, links);
    }

    /** Characters that stand under links. */
    int linked() {
        return links.stream().mapToInt(link -> link.end() - link.start()).sum();
    }
}

package org.tallywire.enrich.furniture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.avro.Region;
import org.tallywire.avro.RegionKind;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokenizer;
import org.tallywire.enrich.text.Vocabulary;

/** Every row: each paragraph of the page is this kind of furniture, or none. */
class FurnitureRowsTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final FurnitureFinder FINDER = new FurnitureFinder(VOCABULARY);
    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);

    static Stream<Arguments> rows() {
        return Rows.read(FurnitureRowsTest.class, "rows.tsv").cells().stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2)));
    }

    @ParameterizedTest(name = "{0} -> {1} ({2})")
    @MethodSource("rows")
    void tellsFurnitureFromTheArticle(String page, String expected, String why) {
        String text = page.replace("¶", "\n");
        Furniture furniture = FINDER.find(TOKENIZER.tokenize(text));
        List<String> kinds = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n")) {
            int from = start;
            int to = start + paragraph.length();
            List<String> inside = furniture.spans().stream()
                    .filter(span -> span.start() >= from && span.end() <= to)
                    .map(span -> span.kind().name())
                    .toList();
            kinds.add(inside.isEmpty() ? "-" : String.join("+", inside));
            start = to + 1;
        }
        assertEquals(expected, String.join(" ", kinds), why);
    }

    @Test
    void regionsOfThePageAreAdded() {
        List<Region> regions = List.of(
                Region.newBuilder()
                        .setKind(RegionKind.CREDIT)
                        .setStart(5)
                        .setEnd(9)
                        .build(),
                Region.newBuilder()
                        .setKind(RegionKind.BODY)
                        .setStart(0)
                        .setEnd(5)
                        .build());
        Furniture furniture = Furniture.NONE.with(regions);
        assertEquals(FurnitureKind.CREDIT, furniture.kindAt(5));
        assertTrue(!furniture.masks(4) && !furniture.masks(9));
    }

    @Property(tries = 300)
    void anyTextGivesOrderedSpansInsideIt(@ForAll @StringLength(max = 200) String text) {
        int end = 0;
        for (FurnitureSpan span : FINDER.find(TOKENIZER.tokenize(text)).spans()) {
            assertTrue(span.start() >= end && span.end() > span.start() && span.end() <= text.length());
            end = span.end();
        }
    }
}

package org.tallywire.enrich.furniture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokenizer;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** Every row: pages in the order of arrival; in the last one each paragraph recurs, or is the article. */
class RecurrenceRowsTest {
    private static final Tokenizer TOKENIZER = new Tokenizer(new Vocabulary());

    private final Memory memory = new Memory();
    private final Recurrence recurrence = new Recurrence(memory);

    static Stream<Arguments> rows() {
        return Rows.read(RecurrenceRowsTest.class, "recurrence.tsv").cells().stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2)));
    }

    @ParameterizedTest(name = "{1} ({2})")
    @MethodSource("rows")
    void masksWhatRecurs(String pages, String expected, String why) {
        String last = "";
        for (String page : pages.split("~")) {
            last = read(page);
        }
        assertEquals(expected, last, why);
    }

    @Test
    void aPageOfVeryManyParagraphsIsPassedBy() {
        StringBuilder list = new StringBuilder("a d1 1 ");
        for (int i = 0; i <= 300; i++) {
            list.append("Item ").append(i).append(".¶");
        }
        read(list.toString());
        assertEquals(Map.of(), memory.seen);
    }

    private String read(String page) {
        String[] parts = page.split(" ", 4);
        LocalDate day = LocalDate.of(2024, 1, Integer.parseInt(parts[2]));
        String text = parts[3].replace("¶", "\n");
        Tokens tokens = TOKENIZER.tokenize(text);
        recurrence.advance(day);
        Furniture furniture = recurrence.mask(new Recurrence.Page(parts[0], parts[1], day), tokens, Furniture.NONE);
        List<String> kinds = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n")) {
            FurnitureKind kind = furniture.kindAt(start);
            kinds.add(kind == null ? "-" : kind.name());
            start += paragraph.length() + 1;
        }
        return String.join(" ", kinds);
    }

    private static final class Memory implements ParagraphMemory {
        final Map<String, Seen> seen = new HashMap<>();
        private LocalDate day = LocalDate.EPOCH;

        @Override
        public @Nullable Seen seen(String key) {
            return seen.get(key);
        }

        @Override
        public void put(String key, Seen where) {
            seen.put(key, where);
        }

        @Override
        public void forgetBefore(LocalDate first) {
            seen.values().removeIf(where -> where.last().isBefore(first));
        }

        @Override
        public LocalDate day() {
            return day;
        }

        @Override
        public void putDay(LocalDate reached) {
            day = reached;
        }
    }
}

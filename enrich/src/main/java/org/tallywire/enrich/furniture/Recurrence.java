package org.tallywire.enrich.furniture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Hashes;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/**
 * Finds the furniture of a site by recurrence: a paragraph that stands word for word in three of its documents, not all of one
 * day. A document that has half of its other words from earlier documents of the site is a copy, a correction under a new address;
 * it makes no paragraph recur, so its claims are kept. Decisions depend on the memory and the document alone, never on the clock.
 */
public final class Recurrence {
    /** A paragraph is forgotten when no document of the last so many event days had it. */
    public static final int HORIZON_DAYS = 14;

    /** A text of more paragraphs is a list; it is neither remembered nor masked. */
    private static final int LONGEST = 300;

    private final ParagraphMemory memory;

    /** Recurrence in what this memory has seen. */
    public Recurrence(ParagraphMemory memory) {
        this.memory = memory;
    }

    /**
     * A document as far as recurrence needs it.
     *
     * @param site whose pages share furniture
     * @param id document id; a revision has the id of what it revises
     * @param day event day
     */
    public record Page(String site, String id, LocalDate day) {}

    private record Line(
            String key,
            FurnitureSpan span,
            int words,
            @Nullable Seen seen) {
        boolean recurs() {
            return seen != null && seen.recurs();
        }
    }

    /** Goes on to this event day and forgets what is too old; an earlier day changes nothing. */
    public void advance(LocalDate day) {
        if (day.isAfter(memory.day())) {
            memory.putDay(day);
            memory.forgetBefore(day.minusDays(HORIZON_DAYS));
        }
    }

    /** The furniture of a page together with its paragraphs that recur on the site; remembers the page. */
    public Furniture mask(Page page, Tokens tokens, Furniture furniture) {
        List<Line> lines = lines(page.site(), tokens, furniture);
        if (lines.size() > LONGEST) {
            return furniture;
        }
        long document = Hashes.of(page.id());
        boolean copy = isCopy(lines, document);
        List<FurnitureSpan> recurring = new ArrayList<>();
        for (Line line : lines) {
            Seen now = line.seen();
            if (!copy || line.recurs()) {
                now = now == null ? new Seen(List.of(document), page.day(), page.day()) : now.in(document, page.day());
            }
            if (now != null && !now.equals(line.seen())) {
                memory.put(line.key(), now);
            }
            if (now != null && now.recurs()) {
                recurring.add(line.span());
            }
        }
        return furniture.and(recurring);
    }

    private static boolean isCopy(List<Line> lines, long document) {
        int words = 0;
        int known = 0;
        for (Line line : lines) {
            Seen seen = line.seen();
            words += line.recurs() ? 0 : line.words();
            known += seen != null && !seen.recurs() && seen.elsewhere(document) ? line.words() : 0;
        }
        return known > 0 && known * 2 >= words;
    }

    private List<Line> lines(String site, Tokens tokens, Furniture furniture) {
        List<Line> lines = new ArrayList<>();
        for (int first = 0, after; first < tokens.size() && lines.size() <= LONGEST; first = after) {
            long hash = 0;
            int words = 0;
            for (after = first; after < tokens.size() && tokens.paragraph(after) == tokens.paragraph(first); after++) {
                if (tokens.is(after, Kind.WORD) || tokens.is(after, Kind.DIGITS)) {
                    hash = Hashes.mix(hash + tokens.hash(after));
                    words++;
                }
            }
            if (words > 0 && !furniture.masks(tokens.start(first))) {
                String key = site + '|' + Long.toHexString(hash);
                FurnitureSpan span =
                        new FurnitureSpan(FurnitureKind.RECURRING, tokens.start(first), tokens.end(after - 1));
                lines.add(new Line(key, span, words, memory.seen(key)));
            }
        }
        return lines;
    }
}

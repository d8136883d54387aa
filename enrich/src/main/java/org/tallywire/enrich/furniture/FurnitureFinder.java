package org.tallywire.enrich.furniture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/**
 * Finds the furniture of a page by words and place, paragraph by paragraph. A paragraph in which somebody is quoted is never an
 * appeal. Safe to share between threads.
 */
public final class FurnitureFinder {
    /** A line this short between two appeals belongs to them. */
    private static final int BOX_LINE = 4;

    private final Signals signals;
    private final Lines lines;
    private final Credits credits;

    /** A finder over the vocabulary of the tokens that it will read. */
    public FurnitureFinder(Vocabulary vocabulary) {
        signals = new Signals(vocabulary);
        lines = new Lines(signals);
        credits = new Credits(signals);
    }

    /** The furniture of a text; offsets are those of the text. */
    public Furniture find(Tokens tokens) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<@Nullable FurnitureKind> kinds = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Paragraph paragraph = Paragraph.at(tokens, i, signals);
            FurnitureKind before = kinds.isEmpty() ? null : kinds.getLast();
            paragraphs.add(paragraph);
            kinds.add(lines.kind(paragraph, before));
            i = paragraph.after();
        }
        fillBoxes(paragraphs, kinds);
        List<FurnitureSpan> spans = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            FurnitureKind kind = kinds.get(i);
            if (kind != null) {
                spans.add(paragraphs.get(i).span(kind));
            } else {
                spans.addAll(credits.find(paragraphs.get(i)));
            }
        }
        return new Furniture(spans);
    }

    private static void fillBoxes(List<Paragraph> paragraphs, List<@Nullable FurnitureKind> kinds) {
        for (int i = 1; i + 1 < kinds.size(); i++) {
            boolean between = kinds.get(i - 1) == FurnitureKind.APPEAL && kinds.get(i + 1) == FurnitureKind.APPEAL;
            if (between && kinds.get(i) == null && paragraphs.get(i).size() <= BOX_LINE) {
                kinds.set(i, FurnitureKind.APPEAL);
            }
        }
    }
}

package org.tallywire.enrich.furniture;

import java.util.List;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/**
 * Finds who made a picture: {@code Photo: X}, {@code (Photo by X / AGENCY)}, {@code © X}, or a caption that ends in
 * {@code First Last / AGENCY}. What stands before it in the paragraph is the caption.
 */
final class Credits {
    private static final int LONGEST = 90;
    private static final int LONGEST_CREDIT = 16;

    private final Signals signals;

    Credits(Signals signals) {
        this.signals = signals;
    }

    /** Caption and credit of a paragraph; empty if it has no credit. */
    List<FurnitureSpan> find(Paragraph paragraph) {
        if (paragraph.size() > LONGEST) {
            return List.of();
        }
        int start = marked(paragraph);
        start = start < 0 ? signed(paragraph) : start;
        if (start < 0) {
            return List.of();
        }
        FurnitureSpan credit = paragraph.span(FurnitureKind.CREDIT, start, paragraph.after());
        return start == paragraph.first()
                ? List.of(credit)
                : List.of(paragraph.span(FurnitureKind.CAPTION, paragraph.first(), start), credit);
    }

    /** First token of a credit that says so; -1 if there is none in the last tokens of the paragraph. */
    private int marked(Paragraph paragraph) {
        Tokens tokens = paragraph.tokens();
        for (int i = Math.max(paragraph.first(), paragraph.after() - LONGEST_CREDIT); i < paragraph.after() - 1; i++) {
            int photo = signals.opening(Signal.PHOTO, tokens, i);
            boolean opened = i == paragraph.first() || tokens.is(i - 1, Kind.PUNCT);
            boolean says =
                    photo > 0 && (tokens.is(i + photo, ':') || by(tokens, i + photo) || tokens.is(i + photo, '/'));
            if ((tokens.is(i, '©') || (says && (opened || agency(tokens, i))))
                    && names(paragraph, i + Math.max(1, photo))) {
                int from = says && !opened ? i - 1 : i;
                return tokens.is(from - 1, '(') && from - 1 >= paragraph.first() ? from - 1 : from;
            }
        }
        return -1;
    }

    private static boolean by(Tokens tokens, int i) {
        return tokens.is(i, Kind.WORD) && tokens.folded(i).equals("by");
    }

    /** "AP Photo/...": a capitalised agency before the word. */
    private static boolean agency(Tokens tokens, int photo) {
        return tokens.capital(photo - 1) && (tokens.is(photo - 2, Kind.PUNCT) || photo < 2);
    }

    /** True if only names and signs follow. */
    private static boolean names(Paragraph paragraph, int from) {
        int small = 0;
        for (int i = from; i < paragraph.after(); i++) {
            small += paragraph.tokens().is(i, Kind.WORD) && !paragraph.tokens().capital(i) ? 1 : 0;
        }
        boolean plain = paragraph.tokens().is(from, ':') && small <= 5;
        return from < paragraph.after() && (small <= 2 || plain) && !paragraph.has(Signal.SAYING);
    }

    /** First token of {@code First Last / AGENCY} at the end; -1 if the paragraph does not end so. */
    private static int signed(Paragraph paragraph) {
        Tokens tokens = paragraph.tokens();
        int slash = -1;
        for (int i = Math.max(paragraph.first() + 1, paragraph.after() - LONGEST_CREDIT);
                i < paragraph.after() - 1;
                i++) {
            slash = slash < 0 && tokens.is(i, '/') && tokens.capital(i - 1) && tokens.capital(i + 1) ? i : slash;
        }
        if (slash < 0 || !names(paragraph, slash + 1) || lower(tokens, slash + 1, paragraph.after())) {
            return -1;
        }
        int start = slash;
        while (start > paragraph.first() && namePart(tokens, start - 1)) {
            start--;
        }
        boolean clean = start == paragraph.first() || closes(tokens, start - 1);
        return clean && start < slash ? start : -1;
    }

    private static boolean lower(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Kind.WORD)
                    && !tokens.capital(i)
                    && !tokens.folded(i).equals("via")) {
                return true;
            }
        }
        return false;
    }

    private static boolean namePart(Tokens tokens, int i) {
        boolean initial = tokens.is(i, '.') && tokens.joined(i) && tokens.end(i - 1) - tokens.start(i - 1) == 1;
        return tokens.capital(i) || tokens.is(i, '-') || tokens.is(i, '\'') || initial;
    }

    private static boolean closes(Tokens tokens, int i) {
        return tokens.is(i, Kind.PUNCT) && !tokens.is(i, ',');
    }
}

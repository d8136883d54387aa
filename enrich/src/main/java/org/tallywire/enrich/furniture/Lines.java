package org.tallywire.enrich.furniture;

import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/** Says of a whole paragraph what furniture it is, by its words alone. */
final class Lines {
    private static final int APPEAL_LENGTH = 180;
    private static final int NOTICE_LENGTH = 90;
    private static final int LINK_LINE = 30;
    private static final int SHORT_LINE = 12;
    private static final int WIDGET_LINE = 8;
    private static final int COUNTER_LINE = 6;
    private static final int BYLINE_LINE = 9;

    private final Signals signals;

    Lines(Signals signals) {
        this.signals = signals;
    }

    /** The kind of a paragraph; null: it belongs to the article, or its credit is only a part of it. */
    @Nullable
    FurnitureKind kind(Paragraph paragraph, @Nullable FurnitureKind before) {
        if (address(paragraph)) {
            return original(paragraph) || before == FurnitureKind.ORIGINAL
                    ? FurnitureKind.ORIGINAL
                    : FurnitureKind.RELATED;
        }
        if (label(paragraph)) {
            return FurnitureKind.ORIGINAL;
        }
        if (counter(paragraph)) {
            return FurnitureKind.COUNTER;
        }
        if (related(paragraph)) {
            return FurnitureKind.RELATED;
        }
        if (notice(paragraph)) {
            return FurnitureKind.NOTICE;
        }
        if (menu(paragraph)) {
            return FurnitureKind.MENU;
        }
        if (byline(paragraph)) {
            return FurnitureKind.BYLINE;
        }
        return appeal(paragraph) ? FurnitureKind.APPEAL : null;
    }

    private static boolean address(Paragraph paragraph) {
        return paragraph.urls() > 0 && paragraph.words() <= 4 && !paragraph.has(Signal.SAYING);
    }

    private boolean original(Paragraph paragraph) {
        return opens(Signal.ORIGINAL, paragraph) > 0;
    }

    private boolean label(Paragraph paragraph) {
        int opening = opens(Signal.ORIGINAL, paragraph);
        return opening > 0
                && paragraph.size() <= opening + 1
                && paragraph.tokens().is(paragraph.after() - 1, ':');
    }

    private boolean counter(Paragraph paragraph) {
        Tokens tokens = paragraph.tokens();
        if (opens(Signal.EPISODE, paragraph) > 0 && paragraph.size() <= SHORT_LINE) {
            return true;
        }
        int i = paragraph.opening();
        return paragraph.size() <= COUNTER_LINE
                && tokens.is(i, Kind.DIGITS)
                && signals.opening(Signal.COUNTER, tokens, lastDigits(tokens, i) + 1) > 0;
    }

    /** The last token of the number that begins at token i, its suffix included: 1,204 or 1.2k. */
    private static int lastDigits(Tokens tokens, int i) {
        int last = i;
        while (tokens.is(last + 1, Kind.DIGITS) || (tokens.joined(last + 1) && !tokens.is(last + 1, ':'))) {
            last++;
        }
        return last;
    }

    private boolean related(Paragraph paragraph) {
        int opening = opens(Signal.NAV, paragraph);
        if (opening == 0) {
            return false;
        }
        Tokens tokens = paragraph.tokens();
        int next = paragraph.opening() + opening;
        boolean alone = next >= paragraph.after();
        boolean announced = tokens.is(next, ':') || tokens.is(next, '|') || tokens.is(next, '-');
        return alone
                || (announced && paragraph.size() <= LINK_LINE)
                || (paragraph.size() <= SHORT_LINE && !paragraph.has(Signal.SAYING) && commands(paragraph));
    }

    /** A line that leads elsewhere ends without a full stop, or says where to: "here", "тут". */
    private static boolean commands(Paragraph paragraph) {
        Tokens tokens = paragraph.tokens();
        int last = paragraph.after() - 1;
        boolean stops = tokens.is(last, '.') || tokens.is(last, '?') || tokens.is(last, '!');
        String end = stops && last > paragraph.first() ? tokens.folded(last - 1) : "here";
        return switch (end) {
            case "here", "below", "здесь", "тут", "ниже", "нижче" -> true;
            default -> false;
        };
    }

    private static boolean notice(Paragraph paragraph) {
        return paragraph.size() <= NOTICE_LENGTH
                && paragraph.has(Signal.NOTICE)
                && (paragraph.shouts() || !paragraph.has(Signal.SAYING));
    }

    private boolean menu(Paragraph paragraph) {
        boolean tags = opens(Signal.TAGS, paragraph) > 0
                && paragraph.tokens().is(paragraph.opening() + opens(Signal.TAGS, paragraph), ':')
                && !paragraph.has(Signal.SAYING);
        return tags || paragraph.has(Signal.COOKIE) || shareBar(paragraph);
    }

    private boolean shareBar(Paragraph paragraph) {
        if (paragraph.size() > 2 * SHORT_LINE) {
            return false;
        }
        Tokens tokens = paragraph.tokens();
        int covered = 0;
        for (int i = paragraph.first(); i < paragraph.after(); i++) {
            int length = signals.opening(Signal.SHARE, tokens, i);
            covered += length > 0 ? length : tokens.is(i, Kind.PUNCT) ? 1 : 0;
            i += Math.max(0, length - 1);
        }
        return covered >= paragraph.size();
    }

    private boolean byline(Paragraph paragraph) {
        int opening = opens(Signal.BYLINE, paragraph);
        if (opening == 0 || paragraph.size() > BYLINE_LINE || paragraph.has(Signal.SAYING)) {
            return false;
        }
        Tokens tokens = paragraph.tokens();
        int i = paragraph.opening() + opening;
        boolean named = i < paragraph.after();
        for (; i < paragraph.after(); i++) {
            named &= tokens.is(i, Kind.PUNCT)
                    ? !tokens.is(i, '.') || i < paragraph.after() - 1
                    : tokens.capital(i) || joins(tokens, i);
        }
        return named;
    }

    private static boolean joins(Tokens tokens, int i) {
        return switch (tokens.folded(i)) {
            case "and", "for", "и", "та", "і", "й", "для" -> true;
            default -> false;
        };
    }

    private static boolean appeal(Paragraph paragraph) {
        if (paragraph.has(Signal.SAYING) || paragraph.size() > APPEAL_LENGTH) {
            return false;
        }
        boolean widget = paragraph.has(Signal.WIDGET) && paragraph.size() <= WIDGET_LINE;
        return widget || paragraph.has(Signal.APPEAL) || (paragraph.has(Signal.ASK) && paragraph.has(Signal.SELF));
    }

    private int opens(Signal signal, Paragraph paragraph) {
        return signals.opening(signal, paragraph.tokens(), paragraph.opening());
    }
}

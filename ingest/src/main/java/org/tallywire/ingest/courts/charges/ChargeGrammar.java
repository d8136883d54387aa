package org.tallywire.ingest.courts.charges;

import java.util.ArrayList;
import java.util.List;
import org.tallywire.avro.Charge;
import org.tallywire.ingest.courts.charges.ChargeTokens.Kind;
import org.tallywire.ingest.courts.charges.ChargeTokens.Token;

/**
 * Reads the charges of one person. Charges are parted by {@code ;}; inside one, labelled numbers stand either behind their
 * article ({@code ст.280.4 ч.2 п.п.а,в}) or before it ({@code п. «а» ч. 2 ст. 105}); a code closes all articles to its left
 * that are still open, and what stays open at the end takes the act of the register. An article on attempt or preparation
 * marks the charge behind it; other articles of the general part are no charges.
 */
public final class ChargeGrammar {
    private final List<ChargeDraft> drafts = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> points = new ArrayList<>();
    private Kind last = Kind.BREAK;
    private boolean before;
    private boolean fresh = true;
    private int segment;

    private ChargeGrammar() {}

    /**
     * Charges of one person, equal ones counted as episodes.
     *
     * @param text the charges; it may not be empty of other words, they are passed over
     * @param act act of articles without a code, e.g. {@code ru/uk}; {@code ?} if the register says none
     * @param defendant number of the person inside the record, from 1; 0: not said
     */
    public static List<Charge> charges(String text, String act, int defendant) {
        ChargeGrammar grammar = new ChargeGrammar();
        ChargeTokens.of(text).forEach(grammar::take);
        return ChargeList.of(grammar.drafts, act, defendant);
    }

    /** Where the charges begin in a line that has a name before them; -1: it has no charges. */
    public static int start(String line) {
        return ChargeTokens.start(line);
    }

    private void take(Token token) {
        Kind kind = token.kind() == Kind.MORE ? more(token.value()) : token.kind();
        switch (kind) {
            case BREAK -> {
                fresh = true;
                segment++;
                parts.clear();
                points.clear();
            }
            case CODE -> close(token.value());
            case ARTICLE -> article(token.value());
            case PART -> part(token.value());
            case POINT -> point(token.value());
            case MORE -> throw new IllegalStateException("a list member takes the kind before it");
        }
        last = kind;
        if (kind == Kind.ARTICLE || kind == Kind.PART || kind == Kind.POINT) {
            fresh = false;
        }
    }

    /** A bare list member is one more of the kind before it; a letter is always a point. */
    private Kind more(String value) {
        return Character.isLetter(value.charAt(0)) ? Kind.POINT : last;
    }

    private void close(String act) {
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).act().isEmpty()) {
                drafts.set(i, drafts.get(i).withAct(act));
            }
        }
    }

    private void article(String number) {
        if (fresh) {
            before = false;
        }
        List<String> noParts = parts.isEmpty() ? List.of("") : List.copyOf(parts);
        List<String> noPoints = points.isEmpty() ? List.of("") : List.copyOf(points);
        for (String part : noParts) {
            for (String point : noPoints) {
                drafts.add(new ChargeDraft("", number, part, point, segment));
            }
        }
        parts.clear();
        points.clear();
    }

    private void part(String number) {
        before |= fresh;
        if (before) {
            parts.add(number);
        } else if (!drafts.isEmpty()) {
            ChargeDraft draft = drafts.getLast();
            put(
                    draft,
                    new ChargeDraft(draft.act(), draft.article(), number, "", segment),
                    draft.part().isEmpty());
        }
    }

    private void point(String letter) {
        before |= fresh;
        if (before) {
            points.add(letter);
        } else if (!drafts.isEmpty()) {
            ChargeDraft draft = drafts.getLast();
            ChargeDraft pointed = new ChargeDraft(draft.act(), draft.article(), draft.part(), letter, segment);
            put(draft, pointed, draft.point().isEmpty());
        }
    }

    /** Fills the open draft, or adds a second one beside it. */
    private void put(ChargeDraft draft, ChargeDraft next, boolean open) {
        if (open) {
            drafts.set(drafts.lastIndexOf(draft), next);
        } else {
            drafts.add(next);
        }
    }
}

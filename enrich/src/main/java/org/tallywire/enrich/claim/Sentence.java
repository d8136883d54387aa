package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.claim.Terms.Term;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Tokens;

/** One sentence with its numerals, phrases of time, and lexicon phrases by kind; of each kind the longest phrase wins. */
final class Sentence {
    final int index;
    final int from;
    final int to;
    final Tokens tokens;
    final Numerals numerals;
    final List<Period> periods;
    private final Map<Kind, List<Mark>> marks = new EnumMap<>(Kind.class);

    Sentence(Tokens tokens, int index, Numerals numerals, List<Period> periods, Terms terms) {
        this.tokens = tokens;
        this.index = index;
        this.numerals = numerals;
        this.periods = periods;
        from = tokens.sentenceStart(index);
        to = tokens.sentenceEnd(index);
        read(terms.lexicon());
    }

    private void read(Lexicon<List<Term>> lexicon) {
        List<Integer> nodes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (tokens.word(i) == 0) {
                continue;
            }
            nodes.clear();
            lexicon.matches(tokens, i, nodes);
            for (int node : nodes) {
                int end = i + lexicon.length(node);
                if (end <= to) {
                    for (Term term : lexicon.value(node)) {
                        put(term.kind(), new Mark(i, end, term.value()));
                    }
                }
            }
        }
    }

    /** Keeps the longer of two phrases of a kind that overlap; at the same length the first meaning, but all measures. */
    private void put(Kind kind, Mark mark) {
        List<Mark> list = marks.get(kind);
        if (list == null) {
            list = new ArrayList<>(4);
            marks.put(kind, list);
        }
        Mark last = list.isEmpty() ? null : list.getLast();
        if (last != null && mark.from() < last.to()) {
            if (mark.to() - mark.from() > last.to() - last.from()) {
                list.set(list.size() - 1, mark);
            }
            return;
        }
        list.add(mark);
    }

    List<Mark> all(Kind kind) {
        return marks.getOrDefault(kind, List.of());
    }

    /** The phrase of this kind that begins at token i. */
    @Nullable
    Mark startingAt(Kind kind, int i) {
        for (Mark mark : all(kind)) {
            if (mark.from() == i) {
                return mark;
            }
        }
        return null;
    }

    /** The phrase of this kind that ends before token i. */
    @Nullable
    Mark endingAt(Kind kind, int i) {
        for (Mark mark : all(kind)) {
            if (mark.to() == i) {
                return mark;
            }
        }
        return null;
    }

    /** The phrase of this kind that covers token i. */
    @Nullable
    Mark covering(Kind kind, int i) {
        for (Mark mark : all(kind)) {
            if (mark.from() <= i && i < mark.to()) {
                return mark;
            }
        }
        return null;
    }

    /** The first phrase of this kind that begins in [low, high). */
    @Nullable
    Mark within(Kind kind, int low, int high) {
        for (Mark mark : all(kind)) {
            if (mark.from() >= low && mark.from() < high) {
                return mark;
            }
        }
        return null;
    }

    /** The last phrase of this kind that ends in (low, high]. */
    @Nullable
    Mark lastBefore(Kind kind, int low, int high) {
        Mark found = null;
        for (Mark mark : all(kind)) {
            if (mark.to() > low && mark.to() <= high) {
                found = mark;
            }
        }
        return found;
    }

    /** True if a word of change, up or down, ends in (low, high]. */
    boolean changed(int low, int high) {
        return lastBefore(Kind.UP, low, high) != null || lastBefore(Kind.DOWN, low, high) != null;
    }

    /** True if a sign that parts clauses stands in [low, high). */
    boolean parted(int low, int high) {
        for (int i = Math.max(low, from); i < Math.min(high, to); i++) {
            boolean comma = tokens.is(i, ',') && !(tokens.joined(i) && tokens.joined(i + 1));
            if (comma || tokens.is(i, ';') || tokens.is(i, ':') || tokens.is(i, '(') || tokens.is(i, ')')) {
                return true;
            }
        }
        return false;
    }

    /** True if a colon stands in [low, high). */
    boolean colon(int low, int high) {
        for (int i = low; i < high; i++) {
            if (tokens.is(i, ':')) {
                return true;
            }
        }
        return false;
    }

    /** The phrase of time that covers token i. */
    @Nullable
    Period periodAt(int i) {
        for (Period period : periods) {
            if (period.from() <= i && i < period.to()) {
                return period;
            }
        }
        return null;
    }

    /** Numerals that begin in this sentence, as indices. */
    int firstNumeral() {
        return numerals.firstFrom(from);
    }

    int endNumeral() {
        return numerals.firstFrom(to);
    }

    Numeral numeral(int index) {
        return numerals.list().get(index);
    }
}

package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Tokens;

/** One reading of one citation: elements, each a label with its numbers in either order, and the gaps between them. */
final class ChainPass {
    private static final int MOST = 40;

    private final Tokens tokens;
    private final Labels labels;
    private final NumeralLists numeralLists;
    private final PointLists pointLists;
    private final ChainGaps gaps;
    private final CiteList cites = new CiteList();
    private final int first;
    private int at;
    private int after;

    ChainPass(Tokens tokens, Labels labels, NumeralLists numeralLists, PointLists pointLists, int first) {
        this.tokens = tokens;
        this.labels = labels;
        this.numeralLists = numeralLists;
        this.pointLists = pointLists;
        this.first = first;
        gaps = new ChainGaps(tokens, labels);
        at = first;
    }

    /** The citation that begins at the token given; null if none does. */
    @Nullable
    Chain read() {
        boolean going = element();
        while (going && cites.cites().size() < MOST) {
            after = cites.isEmpty() ? after : at;
            int from = at;
            at = gaps.after(at, !cites.isEmpty());
            going = at < tokens.size() && (element() || bareNumber(from));
        }
        return cites.isEmpty() ? null : new Chain(cites.cites(), first, after);
    }

    private boolean element() {
        Label label = labels.at(tokens, at);
        if (label == null || label.kind() == Kind.LINK) {
            return numberFirst();
        }
        return switch (label.kind()) {
            case ARTICLE -> article(labels.after(tokens, at));
            case PART -> part(labels.after(tokens, at));
            case POINT -> point(labels.after(tokens, at));
            case NOTE -> noted();
            case ORDINAL -> ordinalFirst(label.value());
            default -> false;
        };
    }

    private boolean article(int from) {
        List<Numeral> numerals = numerals(from);
        if (numerals.isEmpty() || dated(at)) {
            return false;
        }
        numerals.forEach(cites::open);
        cites.settle();
        cites.settleNote();
        return true;
    }

    /** Numbers parted by commas and links; moves behind the last. */
    private List<Numeral> numerals(int from) {
        List<Numeral> found = numeralLists.read(tokens, from, tokens.folded(at));
        at = found.isEmpty() ? at : found.getLast().after();
        return found;
    }

    /** True if a year or month follows: "статья 2022 года", "статья 5 января". */
    private boolean dated(int i) {
        return labels.is(Kind.YEAR, tokens, i) || labels.is(Kind.MONTH, tokens, i);
    }

    private boolean part(int from) {
        List<String> found = new ArrayList<>();
        int i = from;
        Label ordinal = labels.at(tokens, i);
        if (ordinal != null && ordinal.kind() == Kind.ORDINAL) {
            found.add(String.valueOf(ordinal.value()));
            at = i + labels.length(tokens, i);
        } else {
            numerals(i).forEach(numeral -> add(numeral, found));
        }
        if (found.isEmpty()) {
            return false;
        }
        cites.parts(found, waits());
        return true;
    }

    private void add(Numeral numeral, List<String> found) {
        found.add(numeral.text().replace('-', '.'));
        for (int n = numeral.whole() + 1; n <= Math.min(numeral.rangeTo(), numeral.whole() + 9); n++) {
            found.add(String.valueOf(n));
        }
    }

    private boolean ordinalFirst(int value) {
        int label = at + labels.length(tokens, at);
        if (!labels.is(Kind.PART, tokens, label)) {
            return false;
        }
        at = labels.after(tokens, label);
        cites.parts(List.of(String.valueOf(value)), waits());
        return true;
    }

    private boolean point(int from) {
        int i = from;
        while (labels.is(Kind.POINT, tokens, i)) {
            i = labels.after(tokens, i);
        }
        List<String> found = new ArrayList<>();
        int end = pointLists.read(tokens, i, found);
        if (found.isEmpty()) {
            return false;
        }
        at = end;
        cites.points(found, waits());
        return true;
    }

    private boolean noted() {
        at = labels.after(tokens, at);
        cites.note(labels.is(Kind.LINK, tokens, at));
        return true;
    }

    /** True if what was just read belongs to the article behind it: a gap parts it from the last one. */
    private boolean waits() {
        return gaps.broken && articleFollows();
    }

    private boolean articleFollows() {
        int i = at;
        while (labels.is(Kind.LINK, tokens, i)) {
            i++;
        }
        return labels.is(Kind.ARTICLE, tokens, i)
                || labels.is(Kind.PART, tokens, i)
                || (Numeral.at(tokens, i) != null && i == at && numberedArticle(i));
    }

    private boolean numberedArticle(int i) {
        Numeral numeral = Numeral.at(tokens, i);
        return numeral != null && labels.is(Kind.ARTICLE, tokens, numeral.after());
    }

    /** "337-я статья", "по 5 части 337 статьи": the number stands before its label. */
    private boolean numberFirst() {
        Numeral numeral = Numeral.at(tokens, at);
        if (numeral == null) {
            return false;
        }
        int label = numeral.after();
        int next = labels.after(tokens, label);
        boolean ordinal = tokens.is(label - 1, Tokens.Kind.WORD);
        if (Numeral.at(tokens, next) != null && !numberedArticle(next)) {
            return false;
        }
        if (labels.is(Kind.ARTICLE, tokens, label) && (ordinal || numeral.whole() >= 100)) {
            at = next;
            cites.open(numeral);
            cites.settle();
            return true;
        }
        boolean part = labels.is(Kind.PART, tokens, label) && (ordinal || numeral.whole() < 10);
        if (part) {
            at = next;
            cites.parts(List.of(numeral.text()), waits());
        }
        return part;
    }

    /** A further article without a label behind a gloss: "статьям 337 (самовольное оставление) и 338". */
    private boolean bareNumber(int from) {
        Numeral numeral = Numeral.at(tokens, at);
        boolean listed =
                numeral != null && !cites.isEmpty() && gaps.broken && tokens.is(from, '(') && numeral.whole() > 20;
        if (!listed || numeral == null) {
            return false;
        }
        at = numeral.after();
        cites.open(numeral);
        return true;
    }
}

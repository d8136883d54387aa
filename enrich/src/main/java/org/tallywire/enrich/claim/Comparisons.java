package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Bound;
import org.tallywire.avro.ChangeKind;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.Comparison;
import org.tallywire.avro.Direction;
import org.tallywire.avro.RelationKind;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numeral.Shape;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/**
 * Reads published comparisons: "an 89% increase from the 305", "в 2,5 раза больше, чем в 2022 году", "вдвічі". Where value, base and
 * change are all given, change = (value - base) / base is checked; beyond rounding it lowers the confidence of the claim.
 */
final class Comparisons {
    private static final double ROUNDING = 1.0;
    private static final int REACH = 12;
    private static final double HUNDRED = 100;

    private final Tokens tokens;

    Comparisons(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Adds the comparisons of a sentence to the claims that they belong to.
     *
     * @param drafts the claims of the sentence
     * @param earlier the last count before the sentence, null if there is none near
     */
    void attach(Sentence sentence, List<Draft> drafts, @Nullable Draft earlier) {
        for (int k = sentence.firstNumeral(); k < sentence.endNumeral(); k++) {
            Numeral numeral = sentence.numeral(k);
            ChangeKind kind = kind(sentence, numeral);
            Direction direction = kind == null ? Direction.UNKNOWN : direction(sentence, numeral, kind);
            Draft owner = direction == Direction.UNKNOWN ? null : owner(sentence, numeral, drafts, earlier);
            if (kind != null && owner != null) {
                add(sentence, numeral, kind, direction, owner);
            }
        }
    }

    /** What kind of change a numeral tells, null if it tells none or not which way. */
    @Nullable
    ChangeKind told(Sentence sentence, Numeral numeral) {
        ChangeKind kind = sentence.periodAt(numeral.from()) == null ? kind(sentence, numeral) : null;
        return kind == null || direction(sentence, numeral, kind) == Direction.UNKNOWN ? null : kind;
    }

    Bound bound(Sentence sentence, Numeral numeral) {
        Mark hedge = sentence.endingAt(Kind.BOUND, numeral.from());
        return hedge == null ? Bound.EXACT : Bound.valueOf(hedge.value());
    }

    private @Nullable ChangeKind kind(Sentence sentence, Numeral numeral) {
        if (numeral.shape() == Shape.PERCENT) {
            boolean share = tokens.is(numeral.to(), Tokens.Kind.WORD)
                    && tokens.folded(numeral.to()).equals("of");
            return share ? null : ChangeKind.PERCENT;
        }
        if (numeral.shape() == Shape.TIMES && !Double.isNaN(numeral.value())) {
            return ChangeKind.TIMES;
        }
        boolean by = numeral.shape() == Shape.FRACTION && sentence.endingAt(Kind.UPBY, article(numeral)) != null;
        if (by && numeral.value() < 1) {
            return ChangeKind.PERCENT;
        }
        boolean times = numeral.shape() == Shape.CARDINAL && sentence.startingAt(Kind.TIMES, numeral.to()) != null;
        return times ? ChangeKind.TIMES : null;
    }

    /** Token of the article before "a third", else of the numeral. */
    private int article(Numeral numeral) {
        int before = numeral.from() - 1;
        boolean a = tokens.is(before, Tokens.Kind.WORD) && tokens.folded(before).equals("a");
        return a ? before : numeral.from();
    }

    private Direction direction(Sentence sentence, Numeral numeral, ChangeKind kind) {
        int best = Integer.MAX_VALUE;
        Direction found = Direction.UNKNOWN;
        for (Kind side : new Kind[] {Kind.UP, Kind.DOWN}) {
            for (Mark mark : sentence.all(side)) {
                int gap = mark.from() >= numeral.from() ? mark.from() - numeral.to() : numeral.from() - mark.to();
                boolean near = gap <= 4 && gap < best && !hedge(sentence, mark, numeral);
                best = near ? gap : best;
                found = near ? side == Kind.UP ? Direction.UP : Direction.DOWN : found;
            }
        }
        if (found == Direction.UNKNOWN && kind == ChangeKind.TIMES && numeral.shape() == Shape.TIMES) {
            String word = tokens.folded(numeral.from());
            boolean verb = word.endsWith("ed") && word.length() > 5;
            boolean amount = word.equals("double") || word.equals("triple");
            found = word.equals("halved") ? Direction.DOWN : verb || amount ? Direction.UP : found;
        }
        return found;
    }

    /** True if the word of change only hedges the numeral: "более чем на 40%", "more than doubled". */
    private static boolean hedge(Sentence sentence, Mark mark, Numeral numeral) {
        Mark bound = sentence.covering(Kind.BOUND, mark.from());
        return bound != null && bound.to() <= numeral.from() && bound.to() >= numeral.from() - 1;
    }

    private @Nullable Draft owner(Sentence sentence, Numeral numeral, List<Draft> drafts, @Nullable Draft earlier) {
        Draft left = null;
        for (Draft draft : drafts) {
            if (draft.kind == ClaimKind.SHARE) {
                continue;
            }
            left = draft.numeral.from() < numeral.from() || left == null ? draft : left;
        }
        boolean behind = left != null && left.numeral.from() > numeral.to() && says(sentence, numeral, left);
        Draft owner = left != null && !behind ? left : reaches(sentence, earlier) ? earlier : null;
        return owner != null && another(sentence, numeral, owner) ? null : owner;
    }

    /** "That is 34% more than in 2024, when 4,567 were sentenced": the change is of the figure before, the count behind is its base. */
    private static boolean says(Sentence sentence, Numeral numeral, Draft count) {
        Mark figure = sentence.lastBefore(Kind.FIGURE, sentence.from, numeral.from());
        Mark when = sentence.lastBefore(Kind.RELATIVE, numeral.to(), count.hedgeFrom);
        return figure != null && figure.from() <= sentence.from + 1 && when != null;
    }

    /** "42% fewer appeals": what changed stands behind the change and is another thing than the count before it. */
    boolean another(Sentence sentence, Numeral numeral, Draft owner) {
        Mark amount = sentence.within(Kind.UP, numeral.to(), numeral.to() + 1);
        amount = amount != null ? amount : sentence.within(Kind.DOWN, numeral.to(), numeral.to() + 1);
        Mark noun = amount == null ? null : sentence.within(Kind.NOUN, amount.to(), amount.to() + 3);
        return amount != null
                && noun != null
                && owner.kind == ClaimKind.COUNT
                && !noun.value().equals(owner.unit.name())
                && !sentence.parted(amount.to(), noun.from());
    }

    /** True if a change told without a count belongs to this earlier one: of its paragraph, or called "the figure". */
    boolean reaches(Sentence sentence, @Nullable Draft earlier) {
        boolean figure = !sentence.all(Kind.FIGURE).isEmpty();
        return earlier != null
                && (figure || tokens.paragraph(earlier.numeral.from()) == tokens.paragraph(sentence.from));
    }

    private void add(Sentence sentence, Numeral numeral, ChangeKind kind, Direction direction, Draft owner) {
        Numeral base = base(sentence, numeral, owner);
        Period period = basePeriod(sentence, base == null ? numeral.to() : base.to(), base != null, owner);
        double change = numeral.shape() == Shape.FRACTION ? Math.round(numeral.value() * HUNDRED) : numeral.value();
        LocalDate from = period == null ? null : period.start();
        LocalDate to = period == null ? null : period.end();
        if (period != null && Bases.yearBefore(owner, period) && owner.from != null && owner.to != null) {
            from = owner.from.minusYears(1);
            to = owner.to.minusYears(1);
        }
        Comparison comparison = Comparison.newBuilder()
                .setDirection(direction)
                .setChange(change)
                .setChangeKind(kind)
                .setBound(bound(sentence, numeral))
                .setBaseValue(base == null ? null : base.value())
                .setBaseFrom(from)
                .setBaseTo(to)
                .build();
        if (!owner.comparisons.contains(comparison)) {
            owner.comparisons.add(comparison);
            owner.rule("comparison." + kind.name().toLowerCase(java.util.Locale.ROOT));
            check(owner, comparison);
        }
    }

    private @Nullable Numeral base(Sentence sentence, Numeral numeral, Draft owner) {
        int the = tokens.is(numeral.to(), Tokens.Kind.WORD)
                        && tokens.folded(numeral.to()).equals("the")
                ? 1
                : 0;
        Numeral multiplied = numeral.shape() == Shape.TIMES ? sentence.numerals.startingAt(numeral.to() + the) : null;
        if (multiplied != null
                && multiplied.shape() == Shape.CARDINAL
                && sentence.periodAt(multiplied.from()) == null) {
            return multiplied;
        }
        Mark when = owner.sentence == sentence ? null : sentence.within(Kind.RELATIVE, numeral.to(), sentence.to);
        Numeral told = when == null ? null : sentence.numerals.startingAt(when.to());
        if (told != null && told.shape() == Shape.CARDINAL && sentence.periodAt(told.from()) == null) {
            return told;
        }
        for (Mark compared : sentence.all(Kind.COMPARED)) {
            if (compared.from() < numeral.to() || compared.from() > numeral.to() + REACH) {
                continue;
            }
            for (int i = compared.to(); i < Math.min(sentence.to, compared.to() + 6); i++) {
                if (i >= compared.to() + 3 && !tokens.is(i - 1, '(')) {
                    continue;
                }
                Numeral found = sentence.numerals.startingAt(i);
                boolean plain = found != null
                        && found.shape() == Shape.CARDINAL
                        && found != owner.numeral
                        && sentence.periodAt(i) == null;
                if (plain) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Period basePeriod(Sentence sentence, int from, boolean afterBase, Draft owner) {
        Mark compared = sentence.within(Kind.COMPARED, from, from + REACH);
        Mark amount = sentence.within(Kind.UP, from - 1, from + 4);
        for (Period period : sentence.periods) {
            boolean same = period.kind() == Period.Kind.SAME && owner.dated();
            boolean behind = period.from() >= from && period.from() <= from + REACH && (period.dated() || same);
            boolean linked = afterBase || (compared != null && compared.to() <= period.from() + 1) || amount != null;
            if (behind
                    && linked
                    && period != owner.period
                    && !sentence.parted(
                            afterBase ? from : Math.max(from, compared == null ? from : compared.to()),
                            period.from())) {
                return period;
            }
        }
        return null;
    }

    /** A base without a figure of change: "up from 305", "против 305 годом ранее". Gives the claim that the base makes, null if none. */
    @Nullable
    Draft base(Sentence sentence, Numeral base, List<Draft> drafts) {
        Draft owner = compared(base, drafts);
        if (owner == null) {
            return null;
        }
        Period period = basePeriod(sentence, base.to(), true, owner);
        Draft claim = Bases.claim(sentence, base, owner, period);
        boolean told = owner.comparisons.stream().anyMatch(each -> each.getBaseValue() != null);
        if (!told) {
            addBase(owner, base, period);
        }
        return claim;
    }

    /** The count that this base is compared with: the last one before it, else the first one behind. */
    private static @Nullable Draft compared(Numeral base, List<Draft> drafts) {
        Draft owner = null;
        for (Draft draft : drafts) {
            boolean counts = draft.kind == ClaimKind.COUNT && draft.relation != RelationKind.BASE_OF;
            boolean left = draft.numeral.to() <= base.from();
            owner = counts && (left || owner == null) ? draft : owner;
        }
        return owner;
    }

    private static void addBase(Draft owner, Numeral base, @Nullable Period period) {
        if (!owner.comparisons.isEmpty()) {
            Comparison.Builder told =
                    Comparison.newBuilder(owner.comparisons.removeLast()).setBaseValue(base.value());
            if (period != null) {
                told.setBaseFrom(period.start()).setBaseTo(period.end());
            }
            owner.comparisons.add(told.build());
            check(owner, owner.comparisons.getLast());
            return;
        }
        Direction direction = owner.numeral.value() > base.value()
                ? Direction.UP
                : owner.numeral.value() < base.value() ? Direction.DOWN : Direction.FLAT;
        owner.comparisons.add(Comparison.newBuilder()
                .setDirection(direction)
                .setChange(Math.abs(owner.numeral.value() - base.value()))
                .setChangeKind(ChangeKind.ABSOLUTE)
                .setBaseValue(base.value())
                .setBaseFrom(period == null ? null : period.start())
                .setBaseTo(period == null ? null : period.end())
                .build());
        owner.rule("comparison.base");
    }

    private static void check(Draft owner, Comparison comparison) {
        Double base = comparison.getBaseValue();
        Double change = comparison.getChange();
        if (base == null || change == null || base == 0 || comparison.getBound() != Bound.EXACT) {
            return;
        }
        double ratio = owner.numeral.value() / base;
        double computed = comparison.getChangeKind() == ChangeKind.PERCENT
                ? Math.abs(ratio - 1) * 100
                : Math.max(ratio, 1 / ratio);
        double slack = comparison.getChangeKind() == ChangeKind.PERCENT ? ROUNDING : 0.1 * change;
        boolean holds = Math.abs(computed - change) <= slack;
        owner.rule(holds ? "comparison.checked" : "comparison.mismatch");
        owner.doubt += holds ? -0.05 : 0.2;
    }
}

package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.RelationKind;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.period.PeriodFinder;
import org.tallywire.enrich.period.TimeWords;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** Reads one text sentence by sentence, as far as there are numerals, and collects claims and typed numbers. */
final class Reading {
    /** A text with more is a table or a list; further numerals are typed but make no claims. */
    private static final int MOST_CLAIMS = 2000;

    /** Strength from which a named source goes before a pronoun. */
    private static final int STRONG = 4;

    private static final int LOOK_BACK = 8;

    private final Tokens tokens;
    private final Numerals numerals;
    private final Terms terms;
    private final Spans spans;
    private final boolean english;
    private final PeriodFinder periodFinder;
    private final NumeralTyper typer;
    private final Candidates candidates;
    private final Plausible plausible;
    private final Shares shares;
    private final Changes changes;
    private final Periods periods;
    private final Comparisons comparisons;
    private final Measures measures;
    private final Sources sources;
    private final List<Draft> claims = new ArrayList<>();
    private final List<TypedNumber> numbers = new ArrayList<>();
    private final Carry carry;
    private int readUpTo;

    Reading(
            Tokens tokens,
            Numerals numerals,
            TimeWords timeWords,
            Terms terms,
            Language language,
            @Nullable LocalDate published,
            String jurisdiction,
            Spans spans) {
        this.tokens = tokens;
        this.numerals = numerals;
        this.terms = terms;
        this.spans = spans;
        english = language == Language.EN;
        periodFinder = new PeriodFinder(tokens, numerals, timeWords, published, jurisdiction);
        typer = new NumeralTyper(tokens, spans);
        plausible = new Plausible(tokens, english);
        comparisons = new Comparisons(tokens);
        Counted counted = new Counted(tokens, terms, english);
        candidates = new Candidates(tokens, spans, counted, plausible);
        shares = new Shares(tokens, counted);
        changes = new Changes(comparisons);
        periods = new Periods(tokens, published);
        measures = new Measures(tokens);
        sources = new Sources(tokens, spans, terms, language);
        carry = new Carry(tokens);
    }

    List<Draft> run() {
        List<Numeral> list = numerals.list();
        int share = nextShare(0);
        int k = 0;
        while (k < list.size() || share < tokens.size()) {
            int at = k < list.size() ? Math.min(list.get(k).from(), share) : share;
            Sentence sentence = sentence(tokens.sentence(at));
            read(sentence);
            k = Math.max(k, sentence.endNumeral());
            share = share < sentence.to ? nextShare(sentence.to) : share;
        }
        return claims;
    }

    /** The first token from i on at which a word such as "most" begins; the size of the text if there is none. */
    private int nextShare(int i) {
        int at = i;
        while (at < tokens.size() && terms.shares().match(tokens, at) == 0) {
            at++;
        }
        return at;
    }

    List<TypedNumber> numbers() {
        return numbers;
    }

    private Sentence sentence(int index) {
        List<Period> found = periodFinder.find(tokens.sentenceStart(index), tokens.sentenceEnd(index));
        found.removeIf(period -> spans.named(tokens.start(period.from()))
                || spans.statute(tokens.start(period.from()))
                || (tokens.is(period.from() - 1, '"') && tokens.is(period.to(), '"')));
        Sentence sentence = new Sentence(tokens, index, numerals, found, terms);
        found.removeIf(period -> !english && countLikeYear(sentence, period));
        return sentence;
    }

    /** "Із 1900 скарг": a year has the word for it behind, a count its noun. */
    private boolean countLikeYear(Sentence sentence, Period period) {
        int last = period.to() - 1;
        return period.grain() == Period.Grain.YEAR
                && tokens.is(last, Tokens.Kind.DIGITS)
                && !tokens.is(last - 1, '-')
                && sentence.startingAt(Terms.Kind.NOUN, period.to()) != null;
    }

    private void read(Sentence sentence) {
        List<Draft> drafts = new ArrayList<>();
        List<Numeral> bases = new ArrayList<>();
        Draft earlier = near(sentence);
        int firstNumber = numbers.size();
        for (int k = sentence.firstNumeral(); k < sentence.endNumeral(); k++) {
            Numeral numeral = sentence.numeral(k);
            NumberType type = typer.type(sentence, numeral);
            Draft draft = type == NumberType.COUNT ? candidates.draft(sentence, numeral, drafts, earlier) : null;
            if (draft != null) {
                drafts.add(draft);
            } else if (type == NumberType.COUNT) {
                type = candidates.rejection();
                if (type == NumberType.BASE) {
                    bases.add(numeral);
                }
            }
            numbers.add(typed(numeral, type));
        }
        for (int k = 0; k + 1 < drafts.size(); k++) {
            if (drafts.get(k).partOfNext) {
                drafts.get(k).base = drafts.get(k + 1);
                drafts.get(k).rule("subset");
            }
        }
        Parts.breakDown(drafts);
        List<Draft> all = withShares(sentence, drafts, earlier, firstNumber);
        if (claims.size() < MOST_CLAIMS) {
            finish(sentence, all, bases, earlier, firstNumber);
        }
    }

    /** The counts of a sentence and its shares, in order. */
    private List<Draft> withShares(Sentence sentence, List<Draft> counts, @Nullable Draft earlier, int firstNumber) {
        List<Draft> all = new ArrayList<>(counts);
        for (int k = firstNumber; k < numbers.size(); k++) {
            Numeral numeral = sentence.numeral(sentence.firstNumeral() + k - firstNumber);
            boolean open = numbers.get(k).type() == NumberType.FRACTION
                    || numbers.get(k).type() == NumberType.PERCENT;
            Draft share = open ? shares.of(sentence, numeral, counts, earlier) : null;
            Draft change = share == null ? changes.of(sentence, numeral, counts, earlier) : null;
            if (change != null && !spans.furniture().masks(tokens.start(numeral.from()))) {
                all.add(change);
            }
            if (share != null) {
                all.add(share);
                numbers.set(k, typed(numeral, NumberType.SHARE));
            }
        }
        for (Mark word : sentence.all(Terms.Kind.SHARE)) {
            boolean masked = spans.furniture().masks(tokens.start(word.from()));
            Draft share = masked ? null : shares.of(sentence, word, counts, earlier);
            if (share != null) {
                all.add(share);
            }
        }
        all.sort(Comparator.comparingInt(draft -> draft.numeral.from()));
        return all;
    }

    private void finish(
            Sentence sentence, List<Draft> drafts, List<Numeral> bases, @Nullable Draft earlier, int firstNumber) {
        periods.attach(sentence, drafts);
        List<Source> found = drafts.isEmpty() ? List.of() : sources.read(sentence);
        for (Draft draft : drafts) {
            source(draft, found);
            measures.read(draft);
            scope(draft, drafts);
        }
        for (Draft draft : List.copyOf(drafts)) {
            if (draft.kind == ClaimKind.COUNT && plausible.narrative(draft, drafts)) {
                drafts.remove(draft);
                retype(draft, firstNumber, NumberType.NARRATIVE);
            }
        }
        drafts.removeIf(Reading::unsaid);
        for (Draft draft : List.copyOf(drafts)) {
            boolean cut = draft.base != null && draft.base.sentence == sentence && !drafts.contains(draft.base);
            if (cut && (orphan(draft) || plausible.narrative(draft, drafts))) {
                drafts.remove(draft);
                retype(draft, firstNumber, NumberType.NARRATIVE);
            }
        }
        comparisons.attach(sentence, drafts, earlier);
        List<Draft> compared = new ArrayList<>();
        for (Numeral base : bases) {
            Draft claim = comparisons.base(sentence, base, drafts);
            if (claim != null) {
                candidates.bound(claim);
                compared.add(claim);
                retype(claim, firstNumber, NumberType.COUNT);
            }
        }
        drafts.addAll(compared);
        drafts.sort(Comparator.comparingInt(draft -> draft.numeral.from()));
        claims.addAll(drafts);
    }

    /** True for a change that nobody published: neither a source nor a date. */
    private static boolean unsaid(Draft draft) {
        boolean change = draft.kind == ClaimKind.CHANGE || draft.kind == ClaimKind.RATIO;
        return change && !draft.dated() && (draft.source == null || draft.source.id() == null);
    }

    /** Cuts the tie to a claim that is none. */
    private static boolean orphan(Draft draft) {
        draft.base = null;
        return draft.elided;
    }

    private void retype(Draft draft, int firstNumber, NumberType type) {
        for (int k = firstNumber; k < numbers.size(); k++) {
            if (numbers.get(k).start() == tokens.start(draft.numeral.from())) {
                numbers.set(k, typed(draft.numeral, type));
            }
        }
    }

    /** The last claim, if it stands in this paragraph or the one before. */
    private @Nullable Draft near(Sentence sentence) {
        Draft last = null;
        for (int k = claims.size() - 1; k >= 0 && last == null; k--) {
            boolean counts = claims.get(k).kind == ClaimKind.COUNT && claims.get(k).relation != RelationKind.BASE_OF;
            last = counts ? claims.get(k) : null;
        }
        boolean near = last != null && tokens.paragraph(sentence.from) - tokens.paragraph(last.numeral.from()) <= 1;
        return near ? last : null;
    }

    private void source(Draft draft, List<Source> found) {
        Source named = Sources.best(found, draft.numeral.from(), tokens);
        Source best = named == null ? null : carry.known(named);
        boolean weak = best == null || best.strength() < STRONG;
        Source pronoun = weak ? carry.pronoun(draft.sentence) : null;
        if (pronoun != null) {
            draft.source = pronoun;
            draft.rule("publisher.pronoun");
            return;
        }
        if (best != null) {
            draft.source = best;
            carry.heard(draft.sentence, best, found);
            draft.rule("publisher." + best.strength());
            return;
        }
        catchUp(draft.sentence);
        boolean inherits = draft.base != null && draft.base.source != null;
        Source over = inherits && draft.base != null ? draft.base.source : carry.over(draft.sentence);
        if (over != null) {
            draft.source = over;
            draft.explicit = false;
            draft.rule("publisher.carried");
        }
    }

    /** Looks for sources in the sentences of this paragraph and the one before that hold no claims and were not read yet. */
    private void catchUp(Sentence sentence) {
        int paragraph = tokens.paragraph(sentence.from);
        int first = sentence.index;
        while (first > readUpTo
                && first > 0
                && tokens.paragraph(tokens.sentenceStart(first - 1)) >= paragraph - 1
                && sentence.index - first < LOOK_BACK) {
            first--;
        }
        for (int index = first; index < sentence.index; index++) {
            boolean named =
                    spans.namesIn(tokens.start(tokens.sentenceStart(index)), tokens.end(tokens.sentenceEnd(index) - 1));
            Sentence other = named ? sentence(index) : null;
            List<Source> all = other == null ? List.of() : sources.read(other);
            Source best = Sources.best(all, tokens.sentenceEnd(index), tokens);
            if (best != null && best.id() != null && other != null) {
                carry.heard(other, best, all);
            }
        }
        readUpTo = sentence.index + 1;
    }

    /** Statutes cited in the words counted, else in the sentence, else those of the claim that this one is a part of. */
    private void scope(Draft draft, List<Draft> drafts) {
        if (citedBefore(draft)) {
            return;
        }
        int next = tokens.end(draft.sentence.to - 1);
        for (Draft other : drafts) {
            int start = tokens.start(other.numeral.from());
            next = start > tokens.start(draft.numeral.from()) ? Math.min(next, start) : next;
        }
        statutes(draft, tokens.start(draft.numeral.from()), next);
        if (draft.scope.isEmpty()) {
            statutes(draft, tokens.start(draft.sentence.from), tokens.start(draft.numeral.from()));
        }
        if (draft.scope.isEmpty()) {
            statutes(draft, next, tokens.end(draft.sentence.to - 1));
        }
        if (draft.scope.isEmpty() && draft.base != null) {
            draft.scope.addAll(draft.base.scope);
        }
    }

    /** "по ст. 338 — 41": in a list the statute stands before the dash; false if none does. */
    private boolean citedBefore(Draft draft) {
        int dash = draft.hedgeFrom - 1;
        boolean cited = dash > draft.sentence.from
                && tokens.is(dash, '-')
                && !tokens.joined(draft.hedgeFrom)
                && spans.statute(tokens.start(dash - 1));
        if (!cited) {
            return false;
        }
        StatuteMention last = spans.statutes().get(spans.firstStatute(tokens.start(dash - 1) + 1) - 1);
        draft.scope.add(last.getKey());
        draft.rule("scope.cited");
        return true;
    }

    /** True for a statute that a dash and a number follow: it heads an item of a list and belongs to that number. */
    private boolean opensItem(StatuteMention mention) {
        int after = tokens.tokenAt(mention.getEnd() - 1) + 1;
        Numeral next = tokens.is(after, '-') && !tokens.joined(after + 1) ? numerals.startingAt(after + 1) : null;
        return next != null && next.shape() == Numeral.Shape.CARDINAL;
    }

    private void statutes(Draft draft, int from, int to) {
        for (int k = spans.firstStatute(from); k < spans.statutes().size(); k++) {
            StatuteMention mention = spans.statutes().get(k);
            if (mention.getStart() >= to) {
                return;
            }
            if (!mention.getImplied() && !opensItem(mention) && !draft.scope.contains(mention.getKey())) {
                draft.scope.add(mention.getKey());
                draft.rule("scope.cited");
            }
        }
    }

    private TypedNumber typed(Numeral numeral, NumberType type) {
        int start = tokens.start(numeral.from());
        int end = tokens.end(numeral.to() - 1);
        String why = type == NumberType.COUNT ? "" : type.name().toLowerCase(Locale.ROOT);
        return new TypedNumber(
                tokens.text().substring(start, end), numeral.value(), numeral.high(), type, start, end, why);
    }
}

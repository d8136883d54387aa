package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.RelationKind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.period.PeriodFinder;
import org.tallywire.enrich.period.TimeWords;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** Reads one text sentence by sentence, as far as there are numerals, and collects claims and typed numbers. */
final class Reading {
    /** A text with more is a table or a list; further numerals are typed but make no claims. */
    private static final int MOST_CLAIMS = 2000;

    private final Tokens tokens;
    private final Numerals numerals;
    private final Terms terms;
    private final Spans spans;
    private final Sentences sentences;
    private final NumeralTyper typer;
    private final TypedNumbers numbers;
    private final Candidates candidates;
    private final Shares shares;
    private final Changes changes;
    private final Completion completion;
    private final List<Draft> claims = new ArrayList<>();

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
        boolean english = language == Language.EN;
        PeriodFinder periodFinder = new PeriodFinder(tokens, numerals, timeWords, published, jurisdiction);
        sentences = new Sentences(tokens, numerals, terms, spans, language, periodFinder);
        typer = new NumeralTyper(tokens, spans, terms);
        numbers = new TypedNumbers(tokens);
        Beside beside = new Beside(tokens, terms, english);
        Counted counted = new Counted(tokens, terms, beside, english);
        Plausible plausible = new Plausible(tokens, english);
        ChangeReader told = new ChangeReader(tokens);
        BaseFinder baseFinder = new BaseFinder(tokens);
        Comparisons comparisons = new Comparisons(tokens, told, baseFinder);
        candidates = new Candidates(tokens, terms, spans, counted, beside, plausible);
        shares = new Shares(tokens, terms, counted, beside);
        changes = new Changes(comparisons, told);
        completion = new Completion(
                numbers,
                candidates,
                plausible,
                comparisons,
                new Bases(baseFinder),
                new Periods(tokens, terms, published),
                new Publishers(
                        tokens,
                        spans,
                        sentences,
                        new Sources(tokens, spans, terms, language),
                        new SourceChoice(tokens, terms)),
                new Measures(tokens),
                new Scopes(tokens, numerals, spans),
                new LastingPeriod(tokens));
    }

    List<Draft> run() {
        List<Numeral> list = numerals.list();
        int share = nextShare(0);
        int k = 0;
        while (k < list.size() || share < tokens.size()) {
            int at = k < list.size() ? Math.min(list.get(k).from(), share) : share;
            Sentence sentence = sentences.read(tokens.sentence(at));
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
        return numbers.list();
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
            numbers.add(numeral, type);
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
            completion.finish(sentence, all, bases, earlier, firstNumber);
            claims.addAll(all);
        }
    }

    /** The counts of a sentence and its shares, in order. */
    private List<Draft> withShares(Sentence sentence, List<Draft> counts, @Nullable Draft earlier, int firstNumber) {
        List<Draft> all = new ArrayList<>(counts);
        for (int k = firstNumber; k < numbers.size(); k++) {
            Numeral numeral = sentence.numeral(sentence.firstNumeral() + k - firstNumber);
            boolean open = numbers.type(k) == NumberType.FRACTION || numbers.type(k) == NumberType.PERCENT;
            Draft share = open ? shares.of(sentence, numeral, counts, earlier) : null;
            Draft change = share == null ? changes.of(sentence, numeral, counts, earlier) : null;
            if (change != null && !spans.furniture().masks(tokens.start(numeral.from()))) {
                all.add(change);
            }
            if (share != null) {
                all.add(share);
                numbers.retype(numeral, k, NumberType.SHARE);
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
}

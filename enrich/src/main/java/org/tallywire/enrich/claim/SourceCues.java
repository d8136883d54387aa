package org.tallywire.enrich.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.text.Tokens;

/** Tells by the cues of a sentence how surely an outlet that it names is who counted. */
final class SourceCues {
    private final Tokens tokens;
    private final Set<String> dative;

    SourceCues(Tokens tokens, Terms terms) {
        this.tokens = tokens;
        dative = terms.forms(Kind.DATIVE).keySet();
    }

    /** How surely this outlet is the source; -1 if it is the one that was told. */
    int strength(Sentence sentence, Source source, List<Source> named) {
        Mark handover = sentence.lastBefore(Kind.HANDOVER, source.from() - 8, source.from());
        if (handover != null) {
            return 5;
        }
        if (told(sentence, source)) {
            return -1;
        }
        if (sentence.lastBefore(Kind.VIA, source.from() - 3, source.from()) != null) {
            return 1;
        }
        Mark according = sentence.lastBefore(Kind.ACCORDING, source.from() - 10, source.from());
        if (according != null && !parted(according.to(), source.from()) && free(named, according.to(), source)) {
            return 4;
        }
        boolean counts = sentence.within(Kind.COUNTNOUN, source.to(), source.to() + 4) != null
                || near(sentence.lastBefore(Kind.COUNTNOUN, source.from() - 4, source.from()), source.from(), 3);
        if (counts) {
            return 4;
        }
        Mark verb = verbAfter(sentence, source, named);
        if (verb != null) {
            return sentence.startingAt(Kind.COUNTVERB, verb.from()) != null ? 4 : 3;
        }
        Mark before = sentence.lastBefore(Kind.SAY, source.from() - 8, source.from());
        Mark counted = sentence.lastBefore(Kind.COUNTVERB, source.from() - 4, source.from());
        if (counted != null || (before != null && noNumberBetween(sentence, before.to(), source.from()))) {
            return 3;
        }
        if (headline(sentence, source)) {
            return 3;
        }
        if (Subject.opens(tokens, sentence, source.from()) && Subject.acts(sentence, source.to())) {
            return 2;
        }
        Mark deed = sentence.within(Kind.DEED, source.to(), source.to() + 9);
        return deed != null && free(named, source.to(), null) ? 2 : 0;
    }

    private boolean near(@Nullable Mark mark, int at, int reach) {
        return mark != null && at - mark.to() <= reach && !parted(mark.to(), at);
    }

    /** True if the source is the one that was told: "told Meduza", "рассказал «Важным историям»", "Name рассказал Meduza". */
    private boolean told(Sentence sentence, Source source) {
        Mark told = sentence.lastBefore(Kind.TOLD, source.from() - 3, source.from());
        if (told == null || told.value().equals("certain")) {
            return told != null;
        }
        boolean teller = sentence.startingAt(Kind.TITLE, source.to()) != null
                || sentence.startingAt(Kind.UNNAMED, source.to()) != null
                || sentence.startingAt(Kind.IDIOM, source.to()) != null;
        boolean adjacent = told.to() == source.from() || (told.to() == source.from() - 1 && tokens.is(told.to(), '"'));
        boolean speaker = told.from() > sentence.from && tokens.capital(told.from() - 1) && !declined(source);
        return adjacent && (speaker || teller || dative(source));
    }

    /** True if the name stands in the dative; acronyms and Latin names do not say. */
    private boolean dative(Source source) {
        for (int i = source.to() - 1; i >= source.from(); i--) {
            boolean acronym = tokens.raw(i).equals(tokens.raw(i).toUpperCase(Locale.ROOT));
            if (tokens.is(i, Tokens.Kind.WORD) && !acronym) {
                String word = tokens.folded(i);
                return dative.stream().anyMatch(word::endsWith);
            }
        }
        return false;
    }

    /** True if the name is written in letters whose words decline, so that its ending would say more. */
    private boolean declined(Source source) {
        int last = source.to() - 1;
        return tokens.is(last, Tokens.Kind.WORD) && tokens.folded(last).charAt(0) >= 0x80;
    }

    private boolean parted(int low, int high) {
        for (int i = low; i < high; i++) {
            if (tokens.is(i, ';') || tokens.is(i, ':')) {
                return true;
            }
        }
        return false;
    }

    /** True if no other source stands between. */
    private static boolean free(List<Source> named, int low, @Nullable Source source) {
        for (Source other : named) {
            if (!other.equals(source)
                    && source != null
                    && other.from() >= low
                    && other.to() <= source.from()
                    && source.from() - other.to() > 2) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Mark verbAfter(Sentence sentence, Source source, List<Source> named) {
        int start = source.to();
        int limit = Math.min(sentence.to, start + 16);
        for (Source other : named) {
            if (other.from() > start + 2) {
                limit = Math.min(limit, other.from());
            }
        }
        int reach = 6;
        for (Period period : sentence.periods) {
            boolean behind = period.from() >= start && period.from() <= start + reach;
            reach += behind ? period.to() - period.from() : 0;
        }
        Mark verb = sentence.within(Kind.COUNTVERB, start, Math.min(limit, start + reach));
        verb = verb != null ? verb : sentence.within(Kind.SAY, start, limit);
        boolean clean = verb != null && noNumberBetween(sentence, start, verb.from());
        return clean ? verb : null;
    }

    /** True if no numeral stands between but those of dates and lengths. */
    private static boolean noNumberBetween(Sentence sentence, int low, int high) {
        List<Numeral> list = sentence.numerals.list();
        for (int next = sentence.numerals.firstFrom(low);
                next < list.size() && list.get(next).from() < high;
                next++) {
            if (sentence.periodAt(list.get(next).from()) == null) {
                return false;
            }
        }
        return true;
    }

    /** "... – X" at the end of a line, "X: ..." at its head. */
    private boolean headline(Sentence sentence, Source source) {
        int after = tokens.is(source.to(), '"') ? source.to() + 1 : source.to();
        int before = tokens.is(source.from() - 1, '"') ? source.from() - 1 : source.from();
        boolean last = after >= sentence.to || (after == sentence.to - 1 && tokens.is(after, '.'));
        return (last && tokens.is(before - 1, '-') && before - 1 > sentence.from)
                || (before == sentence.from && tokens.is(after, ':'));
    }
}

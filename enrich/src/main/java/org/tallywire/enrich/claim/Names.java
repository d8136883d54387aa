package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.PublisherKind;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/**
 * Names of publishers that no table lists, read from the words around a cue: a name in quotes, a capitalised name with a class noun
 * (project, портал) in or beside it, an acronym. Any other capitalised name is taken for a person, whose name is not kept.
 */
final class Names {
    private static final int LOOK = 6;

    private final Tokens tokens;
    private final boolean english;
    private final boolean ukrainian;
    private static final int COUNTED = 4;

    Names(Tokens tokens, Language language) {
        this.tokens = tokens;
        this.english = language == Language.EN;
        this.ukrainian = language == Language.UK;
    }

    List<Source> find(Sentence sentence) {
        List<Source> found = new ArrayList<>();
        for (Mark cue : sentence.all(Kind.ACCORDING)) {
            add(found, after(sentence, cue.to(), 4));
        }
        for (Mark cue : sentence.all(Kind.HANDOVER)) {
            add(found, after(sentence, cue.to(), 5));
        }
        for (Kind verb : List.of(Kind.COUNTVERB, Kind.SAY)) {
            for (Mark cue : sentence.all(verb)) {
                int strength = verb == Kind.COUNTVERB ? COUNTED : 3;
                add(found, before(sentence, cue.from(), strength));
                add(found, after(sentence, cue.to(), 3));
            }
        }
        add(found, closing(sentence));
        add(found, opening(sentence));
        for (Mark cue : sentence.all(Kind.DEED)) {
            Source own = before(sentence, cue.from(), 2);
            add(found, own == null || own.id() == null ? null : own);
        }
        return found;
    }

    private static void add(List<Source> found, @Nullable Source source) {
        if (source != null) {
            found.add(source);
        }
    }

    /** "Project «X» studied the files of five courts and counted": the name that opens a sentence, its verb anywhere behind. */
    private @Nullable Source opening(Sentence sentence) {
        int i = sentence.from;
        boolean classed = false;
        while (i < sentence.from + LOOK && (the(i) || sentence.covering(Kind.CLASS, i) != null && !tokens.is(i, '"'))) {
            classed |= !the(i);
            i++;
        }
        Source name = tokens.is(i, '"') && classed
                ? quoted(sentence, i, 2, true)
                : tokens.capital(i) ? capitals(sentence, i, 2, classed) : null;
        return name != null && name.id() != null && Subject.acts(sentence, name.to()) ? name : null;
    }

    private boolean the(int i) {
        return english && tokens.is(i, Tokens.Kind.WORD) && tokens.folded(i).equals("the");
    }

    /** "...: троє загиблих, 28 поранених — Сумська ОВА": a name that a dash puts at the end. */
    private @Nullable Source closing(Sentence sentence) {
        int end = tokens.is(sentence.to - 1, '.') ? sentence.to - 1 : sentence.to;
        for (int i = end - 1; i >= Math.max(sentence.from + 2, end - 4); i--) {
            if (tokens.is(i, '-') && !tokens.joined(i + 1)) {
                Source name = i + 1 < end && tokens.capital(i + 1) ? capitals(sentence, i + 1, 3, false) : null;
                return name != null && name.id() != null && name.to() == end ? name : null;
            }
        }
        return null;
    }

    /** "Defense Ministry spokesman Igor P. said": the organisation stands before the person's title. */
    private @Nullable Source employer(Sentence sentence, int person, int strength) {
        Mark title = sentence.endingAt(Kind.TITLE, person);
        int i = title == null ? sentence.from - 1 : title.from() - 1;
        boolean possessive = i >= sentence.from
                && tokens.is(i, Tokens.Kind.WORD)
                && tokens.folded(i).equals("'s");
        i = possessive ? i - 1 : i;
        int last = i;
        while (i >= sentence.from && tokens.capital(i) && tokens.is(i, Tokens.Kind.WORD)) {
            i--;
        }
        return title == null || i == last ? null : capitals(sentence, i + 1, strength, false);
    }

    private @Nullable Source after(Sentence sentence, int from, int strength) {
        boolean classed = false;
        for (int i = from; i < Math.min(sentence.to, from + LOOK); i++) {
            if (tokens.is(i, '"')) {
                return quoted(sentence, i, strength, classed);
            }
            if (tokens.is(i, Tokens.Kind.PUNCT) && !tokens.is(i, '\'') && !tokens.is(i, '-')) {
                return null;
            }
            if (sentence.numerals.indexAt(i) >= 0 || sentence.startingAt(Kind.SAY, i) != null) {
                return null;
            }
            if (tokens.capital(i) && tokens.is(i, Tokens.Kind.WORD)) {
                return capitals(sentence, i, strength, classed);
            }
            classed |= sentence.startingAt(Kind.CLASS, i) != null;
        }
        return null;
    }

    /** The name before a verb: "Проект «Пример» насчитал", "The Example Monitor counted". */
    private @Nullable Source before(Sentence sentence, int to, int strength) {
        int i = to - 1;
        if (sentence.endingAt(Kind.TITLE, to) != null) {
            return employer(sentence, to, strength);
        }
        if (tokens.is(i, '"')) {
            int open = i - 1;
            while (open > Math.max(sentence.from, i - LOOK) && !tokens.is(open, '"')) {
                open--;
            }
            boolean classed = sentence.lastBefore(Kind.CLASS, open - 2, open) != null;
            boolean counts = strength == COUNTED && open == sentence.from;
            return tokens.is(open, '"') && (classed || counts) ? quoted(sentence, open, strength, true) : null;
        }
        while (i >= sentence.from && inName(i, to)) {
            i--;
        }
        boolean article = english
                && i + 1 == sentence.from
                && i + 2 < to
                && tokens.folded(i + 1).equals("the");
        i = article ? i + 1 : i;
        boolean classed = sentence.lastBefore(Kind.CLASS, i, i + 1) != null;
        Source name = i + 1 < to ? capitals(sentence, i + 1, strength, classed) : null;
        boolean person = name != null && name.id() == null;
        Source employer = person ? employer(sentence, i + 1, strength) : null;
        return employer != null && employer.id() != null ? employer : name;
    }

    /** True for a word of a name that ends before a token: a capital, or "of", "for", "'s" inside it. */
    private boolean inName(int i, int to) {
        return tokens.is(i, Tokens.Kind.WORD) && (tokens.capital(i) || (i < to - 1 && of(i)) || titled(i, to));
    }

    /** True for the 's of "Auditor General's Office"; "Ukraine's Border Service" and "the Prosecutor's Office" have none inside. */
    private boolean titled(int i, int to) {
        return i + 2 == to
                && i > 1
                && possessive(i)
                && tokens.capital(i - 2)
                && !tokens.folded(i - 2).equals("the");
    }

    private @Nullable Source quoted(Sentence sentence, int open, int strength, boolean classed) {
        int close = open + 1;
        while (close < Math.min(sentence.to, open + 8) && !tokens.is(close, '"')) {
            close++;
        }
        if (!tokens.is(close, '"') || close == open + 1 || !tokens.capital(open + 1)) {
            return null;
        }
        String text = tokens.text().substring(tokens.start(open + 1), tokens.end(close - 1));
        String name = classed || english || text.indexOf(' ') >= 0 ? text : Slug.nominative(text);
        return new Source(Slug.of(name, ukrainian), text, PublisherKind.UNKNOWN, open + 1, close, strength, null);
    }

    private @Nullable Source capitals(Sentence sentence, int start, int strength, boolean known) {
        boolean headed = headed(sentence, start);
        int first = headed ? start + 1 : start;
        int last = first;
        boolean organisation = known || headed;
        int i = first;
        while (i < Math.min(sentence.to, first + 6)
                && (tokens.capital(i) || (tokens.is(i, '-') && tokens.joined(i)) || of(i) || possessive(i))) {
            organisation |= sentence.startingAt(Kind.CLASS, i) != null || acronym(i);
            last = tokens.is(i, Tokens.Kind.WORD) && tokens.capital(i) ? i : last;
            i++;
        }
        organisation |= last + 1 < sentence.to && sentence.startingAt(Kind.CLASS, last + 1) != null;
        String text = tokens.text().substring(tokens.start(first), tokens.end(last));
        boolean acronym = text.length() > 1
                && text.length() < 8
                && text.equals(text.toUpperCase(java.util.Locale.ROOT))
                && text.indexOf(' ') < 0;
        boolean opens =
                last == first && !acronym && (first == sentence.from || sentence.startingAt(Kind.CLASS, first) != null);
        if (opens || sentence.startingAt(Kind.STOP, first) != null || sentence.periodAt(first) != null) {
            return null;
        }
        if (!organisation && !acronym) {
            return new Source(null, "", PublisherKind.PERSON, first, last + 1, strength - 1, null);
        }
        return new Source(Slug.of(text, ukrainian), text, PublisherKind.UNKNOWN, first, last + 1, strength, null);
    }

    /** True for a word in capitals, two to six of them. */
    private boolean acronym(int i) {
        String word = tokens.is(i, Tokens.Kind.WORD) ? tokens.raw(i) : "";
        return word.length() > 1 && word.length() < 7 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }

    /** "Magazine Cold Front wrote": a class noun opens the sentence, its capital is no part of the name. */
    private boolean headed(Sentence sentence, int start) {
        boolean more = tokens.is(start + 1, Tokens.Kind.WORD) && tokens.capital(start + 1);
        return start == sentence.from && more && sentence.startingAt(Kind.CLASS, start) != null;
    }

    /** True for the 's inside a name: Prosecutor General's Office. */
    private boolean possessive(int i) {
        return english
                && tokens.joined(i)
                && tokens.capital(i + 1)
                && tokens.is(i, Tokens.Kind.WORD)
                && tokens.folded(i).equals("'s");
    }

    private boolean of(int i) {
        boolean link = english
                && tokens.is(i, Tokens.Kind.WORD)
                && (tokens.folded(i).equals("of") || tokens.folded(i).equals("for"));
        return link && tokens.capital(i + 1);
    }
}

package org.tallywire.enrich.outlet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.MentionKind;
import org.tallywire.enrich.outlet.OutletName.Strength;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;

/** Finds the names and addresses of publishers; a form that is also an ordinary word must show that it is a name. */
final class NameFinder {
    private final Catalogue catalogue;
    private final Lexicon<OutletName> names;
    private final Cues cues;

    NameFinder(Catalogue catalogue, Cues cues) {
        this.catalogue = catalogue;
        this.names = catalogue.names();
        this.cues = cues;
    }

    /** All names and addresses, by start; no two share a token. */
    List<Candidate> find(Tokens tokens) {
        List<Candidate> found = new ArrayList<>();
        List<Doubtful> doubtful = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            i = step(tokens, i, found, doubtful);
        }
        links(tokens, found);
        Set<Publisher> known = new HashSet<>();
        found.forEach(candidate -> known.add(candidate.publisher()));
        for (Doubtful each : doubtful) {
            if (known.contains(each.candidate().publisher()) && !each.opensSentence()) {
                found.add(each.candidate());
            }
        }
        found.sort(Comparator.comparingInt(Candidate::start));
        return found;
    }

    /** A form that counts only if the text names its publisher elsewhere. */
    private record Doubtful(Candidate candidate, boolean opensSentence) {}

    private int step(Tokens tokens, int i, List<Candidate> found, List<Doubtful> doubtful) {
        if (tokens.is(i, Kind.URL)) {
            Publisher publisher = catalogue.byUrl(tokens.raw(i));
            if (publisher != null) {
                found.add(Candidate.of(publisher, MentionKind.URL, tokens, i, i + 1));
            }
            return i + 1;
        }
        int match = names.match(tokens, i);
        if (match == 0) {
            return i + 1;
        }
        OutletName name = names.value(match);
        int after = i + names.length(match);
        if (!whole(tokens, i, after) || !name.fits(tokens, i, after)) {
            return i + 1;
        }
        MentionKind kind = name.strength() == Strength.DOMAIN ? MentionKind.URL : MentionKind.NAMED;
        Candidate candidate = Candidate.of(name.publisher(), kind, tokens, i, after);
        if (certain(tokens, name, candidate)) {
            found.add(candidate);
        } else {
            doubtful.add(new Doubtful(candidate, i == tokens.sentenceStart(tokens.sentence(i))));
        }
        return after;
    }

    /** A name does not begin or end inside a hyphenated word or an address. */
    private static boolean whole(Tokens tokens, int first, int after) {
        boolean begun = tokens.joined(first)
                && first > 1
                && (tokens.is(first - 1, '-') || tokens.is(first - 1, '.') || tokens.is(first - 1, '@'))
                && tokens.joined(first - 1);
        boolean domain = tokens.is(after, '.')
                && tokens.joined(after)
                && tokens.joined(after + 1)
                && tokens.is(after + 1, Kind.WORD)
                && !tokens.capital(after + 1);
        return !begun && !domain;
    }

    private boolean certain(Tokens tokens, OutletName name, Candidate candidate) {
        int first = candidate.first();
        int after = candidate.after();
        return switch (name.strength()) {
            case CERTAIN, DOMAIN -> true;
            case ECHO -> false;
            case AMBIGUOUS ->
                cues.quoted(tokens, first, after)
                        || cues.classed(tokens, first, after)
                        || (cues.cued(tokens, first, after) && !classNoun(tokens, candidate))
                        || linked(tokens, candidate);
        };
    }

    /** A name such as "The Agency" at the head of a sentence is the class noun itself. */
    private boolean classNoun(Tokens tokens, Candidate candidate) {
        boolean head = candidate.first() == tokens.sentenceStart(tokens.sentence(candidate.first()));
        return head && cues.classed(tokens, candidate.first() + 1, candidate.first() + 1);
    }

    private boolean linked(Tokens tokens, Candidate candidate) {
        for (int n = 0; n < tokens.linkCount(); n++) {
            int gap = tokens.linkStart(n) - candidate.end();
            if (gap >= 0 && gap <= 3) {
                return candidate.publisher().equals(target(tokens, n));
            }
        }
        return false;
    }

    private void links(Tokens tokens, List<Candidate> found) {
        for (int n = 0; n < tokens.linkCount(); n++) {
            Publisher publisher = target(tokens, n);
            if (publisher != null) {
                int at = tokens.tokenAt(tokens.linkStart(n));
                found.add(new Candidate(publisher, MentionKind.URL, at, at, tokens.linkStart(n), tokens.linkEnd(n)));
            }
        }
    }

    private @Nullable Publisher target(Tokens tokens, int n) {
        String url = tokens.text().substring(tokens.linkStart(n), tokens.linkEnd(n));
        return url.indexOf('.') < 0 ? null : catalogue.byUrl(url);
    }
}

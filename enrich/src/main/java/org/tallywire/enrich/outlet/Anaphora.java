package org.tallywire.enrich.outlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.MentionKind;
import org.tallywire.avro.PublisherKind;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;
import org.tallywire.enrich.text.Vocabulary;

/**
 * Class nouns that point back ("the outlet", "издание", "видання"), each resolved to the last source of its kind. A class noun
 * before a name that the catalogue does not know makes that unknown one the last source, so nothing is resolved to a wrong one.
 */
final class Anaphora {
    /** A group or an office is soon forgotten; a newsroom that a text retells is not. */
    private static final int REACH = 4;

    private enum Rule {
        PLAIN,
        REPORTING,
        CUED
    }

    private record Pointer(Set<PublisherKind> kinds, Rule rule) {}

    private final Lexicon<Pointer> pointers;
    private final Cues cues;

    Anaphora(Vocabulary vocabulary, Cues cues) {
        this.cues = cues;
        pointers = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Anaphora.class, "anaphora.tsv");
        for (List<String> row : rows.cells()) {
            Set<PublisherKind> kinds = new TreeSet<>();
            for (String kind : row.get(0).split(" ")) {
                kinds.add(PublisherKind.valueOf(kind));
            }
            Pointer pointer = new Pointer(kinds, Rule.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
            rows.forms(row.get(2)).forEach(form -> pointers.add(form, pointer));
        }
    }

    /** Resolves what lies between the named sources, which must be in order; gives only the pointers. */
    List<Candidate> resolve(Tokens tokens, List<Candidate> sources, Furniture furniture) {
        List<Candidate> found = new ArrayList<>();
        Memory memory = new Memory();
        int next = 0;
        int i = 0;
        while (i < tokens.size()) {
            while (next < sources.size() && sources.get(next).first() <= i) {
                i = Math.max(i, sources.get(next).after());
                memory.put(sources.get(next++), tokens, i);
            }
            int match = pointers.match(tokens, i);
            if (match == 0 || furniture.masks(tokens.start(i))) {
                i++;
                continue;
            }
            int after = i + pointers.length(match);
            boolean named = next < sources.size() && sources.get(next).first() <= after + 1;
            point(tokens, i, after, named, pointers.value(match), memory, found);
            i = after;
        }
        return found;
    }

    private void point(
            Tokens tokens, int i, int after, boolean named, Pointer pointer, Memory memory, List<Candidate> found) {
        if (named || cues.other(tokens, i - 1)) {
            return;
        }
        if (pointer.rule() == Rule.PLAIN && introduces(tokens, after)) {
            memory.forget(pointer.kinds());
            return;
        }
        if (!allowed(tokens, i, after, pointer.rule())) {
            return;
        }
        Publisher publisher = memory.last(pointer.kinds(), paragraph(tokens, i));
        if (publisher != null) {
            found.add(Candidate.of(publisher, MentionKind.ANAPHORA, tokens, i, after));
            memory.touch(publisher, paragraph(tokens, i));
        }
    }

    private boolean allowed(Tokens tokens, int i, int after, Rule rule) {
        boolean of = tokens.is(after, Kind.WORD) && tokens.folded(after).equals("of");
        return !of
                && switch (rule) {
                    case PLAIN -> true;
                    case REPORTING -> cues.reports(tokens, after);
                    case CUED -> cues.cued(tokens, i, after);
                };
    }

    /** True if a name follows the class noun: in quotes, or capitalised in the same sentence. */
    private static boolean introduces(Tokens tokens, int after) {
        if (after >= tokens.size() || tokens.sentence(after) != tokens.sentence(after - 1)) {
            return false;
        }
        return tokens.is(after, '"') ? tokens.capital(after + 1) : tokens.is(after, Kind.WORD) && tokens.capital(after);
    }

    private static int paragraph(Tokens tokens, int i) {
        return i < tokens.size() ? tokens.paragraph(i) : Integer.MAX_VALUE;
    }

    /** The last source of each kind and the paragraph it was spoken of. */
    private static final class Memory {
        private final List<Publisher> publishers = new ArrayList<>();
        private final List<Integer> paragraphs = new ArrayList<>();

        void put(Candidate candidate, Tokens tokens, int i) {
            touch(candidate.publisher(), paragraph(tokens, i));
        }

        void touch(Publisher publisher, int paragraph) {
            int at = publishers.indexOf(publisher);
            if (at >= 0) {
                publishers.remove(at);
                paragraphs.remove(at);
            }
            publishers.add(publisher);
            paragraphs.add(paragraph);
        }

        void forget(Set<PublisherKind> kinds) {
            for (int i = publishers.size() - 1; i >= 0; i--) {
                if (kinds.contains(publishers.get(i).kind())) {
                    publishers.remove(i);
                    paragraphs.remove(i);
                }
            }
        }

        @Nullable
        Publisher last(Set<PublisherKind> kinds, int paragraph) {
            boolean newsroom = kinds.contains(PublisherKind.OUTLET) || kinds.contains(PublisherKind.AGENCY);
            for (int i = publishers.size() - 1; i >= 0; i--) {
                boolean near = newsroom || paragraph - paragraphs.get(i) <= REACH;
                if (kinds.contains(publishers.get(i).kind()) && near) {
                    return publishers.get(i);
                }
            }
            return null;
        }
    }
}

package org.tallywire.enrich.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.PublisherKind;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Tokens;

/**
 * Who is still speaking. A source covers the rest of its paragraph and, if nobody else speaks there, the next one; "he said" points to
 * the last one; a person named again speaks for the organisation named with them before. Names of persons stay in here.
 */
final class Carry {
    private static final int PRONOUN_REACH = 2;
    private static final int STEM = 5;
    private static final int SHORTEST_NAME = 4;

    private final Tokens tokens;
    private final Map<String, Source> organisations = new HashMap<>();
    private @Nullable Source last;
    private int paragraph = -1;
    private int named = -1;

    Carry(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Takes notice of the source that a sentence names; one without an id ends what was carried. */
    void heard(Sentence sentence, Source source, List<Source> all) {
        int here = tokens.paragraph(sentence.from);
        last = source.id() == null ? null : source;
        paragraph = here;
        named = here;
        for (Source each : all) {
            if (each.kind() == PublisherKind.PERSON && source.id() != null && source.strength() > 0) {
                organisations.put(stem(each), source);
            }
        }
    }

    /** The organisation that a person was named with earlier in the text; the person if with none. */
    Source known(Source source) {
        Source organisation = source.kind() == PublisherKind.PERSON ? organisations.get(stem(source)) : null;
        return organisation == null ? source : organisation;
    }

    private String stem(Source person) {
        String name = tokens.is(person.to() - 1, Tokens.Kind.WORD) ? tokens.folded(person.to() - 1) : "";
        return name.length() < SHORTEST_NAME ? "" : name.substring(0, Math.min(name.length(), STEM));
    }

    /** The source that a pronoun beside a verb of saying points to; null if the sentence has none or nobody spoke. */
    @Nullable
    Source pronoun(Sentence sentence) {
        boolean near = tokens.paragraph(sentence.from) - paragraph <= PRONOUN_REACH;
        return near && !sentence.all(Kind.SPEAKER).isEmpty() ? last : null;
    }

    /** The source that goes on speaking in this sentence; null if none does. */
    @Nullable
    Source over(Sentence sentence) {
        int here = tokens.paragraph(sentence.from);
        boolean next = here == named + 1 && !tokens.is(firstOf(sentence), '"') && paragraph <= here;
        if (last == null || !(here == paragraph || next)) {
            return null;
        }
        paragraph = here;
        return last;
    }

    private int firstOf(Sentence sentence) {
        int first = sentence.index;
        while (first > 0 && tokens.paragraph(tokens.sentenceStart(first - 1)) == tokens.paragraph(sentence.from)) {
            first--;
        }
        return tokens.sentenceStart(first);
    }
}

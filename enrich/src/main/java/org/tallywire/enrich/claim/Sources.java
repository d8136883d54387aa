package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.List;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.OutletRole;
import org.tallywire.avro.PublisherKind;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** Reads who counted from the cues of a sentence: according to X, X said, citing X, X told Y, "... – X". */
final class Sources {
    private final Tokens tokens;
    private final Spans spans;
    private final SourceCues cues;
    private final Names names;

    Sources(Tokens tokens, Spans spans, Terms terms, Language language) {
        this.tokens = tokens;
        this.spans = spans;
        cues = new SourceCues(tokens, terms);
        names = new Names(tokens, language);
    }

    /** The sources of a sentence that a cue points to, and outlets that are merely named (strength 0). */
    List<Source> read(Sentence sentence) {
        List<Source> named = mentions(sentence);
        List<Source> sources = new ArrayList<>();
        String via = null;
        for (Source each : named) {
            int strength = cues.strength(sentence, each, named);
            if (strength < 0) {
                via = each.id();
            } else {
                sources.add(each.with(strength, null));
            }
        }
        for (Source unlisted : names.find(sentence)) {
            boolean known = named.stream().anyMatch(each -> each.from() < unlisted.to() && unlisted.from() < each.to());
            if (!known) {
                sources.add(unlisted);
            }
        }
        if (handedOver(sentence)) {
            sources.replaceAll(each -> each.with(0, null));
            sources.add(new Source(null, "", PublisherKind.PERSON, sentence.from, sentence.from, 1, null));
        }
        String told = via;
        return told == null
                ? sources
                : sources.stream().map(each -> each.with(each.strength(), told)).toList();
    }

    /** "пишет X со ссылкой на родственников": who counted stays unnamed, X only carries it. */
    private static boolean handedOver(Sentence sentence) {
        for (Mark mark : sentence.all(Kind.HANDOVER)) {
            if (sentence.within(Kind.UNNAMED, mark.to(), mark.to() + 4) != null) {
                return true;
            }
        }
        return false;
    }

    private List<Source> mentions(Sentence sentence) {
        List<Source> found = new ArrayList<>();
        int end = tokens.end(sentence.to - 1);
        for (int k = spans.firstOutlet(tokens.start(sentence.from));
                k < spans.outlets().size();
                k++) {
            OutletMention mention = spans.outlets().get(k);
            if (mention.getStart() >= end) {
                break;
            }
            int first = tokens.tokenAt(mention.getStart());
            int last = tokens.tokenAt(Math.max(mention.getStart(), mention.getEnd() - 1));
            boolean names = mention.getRole() != OutletRole.CREDIT
                    && first < sentence.to
                    && last >= first
                    && last < sentence.to;
            if (names) {
                found.add(new Source(
                        mention.getId(), mention.getName(), mention.getPublisherKind(), first, last + 1, 0, null));
            }
        }
        return found;
    }
}

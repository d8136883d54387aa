package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ChargeStage;
import org.tallywire.enrich.statute.Label.Kind;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.schemas.StatuteKey;

/**
 * Turns labelled numbers into keys: finds the code that closes them, the state whose code it is, and what an article of the
 * General Part says about the charge behind it. Without a code, an article counts only where the sentence speaks of a case and the
 * registry knows the article; otherwise its jurisdiction is {@code ?}.
 */
final class CodeReader {
    private static final int LEFT_NEAR = 3;
    private static final int LEFT = 15;
    private static final int RIGHT = 30;
    private static final int CONTEXT = 40;
    private static final int PRIOR = 8;
    private static final int LONGEST_RANGE = 30;
    private static final int LARGEST_BARE = 1000;

    private final Labels labels;
    private final Acts acts;
    private final ChainReader chains;
    private final Articles articles;

    CodeReader(Labels labels, Acts acts, StatuteRegistry registry) {
        this.labels = labels;
        this.acts = acts;
        chains = new ChainReader(labels);
        articles = new Articles(registry);
    }

    /** Reads what begins at token i, adds its citations, gives the token to go on from; i itself if nothing begins there. */
    int read(Reading reading, int i, List<Citation> out) {
        Tokens tokens = reading.tokens();
        Chain chain = chains.read(tokens, i);
        chain = chain != null ? chain : bare(tokens, i);
        if (chain == null) {
            return i;
        }
        Act next = acts.following(tokens, chain.after());
        if (next != null && next.foreign()) {
            return next.after();
        }
        Act act = next != null ? next : apart(reading, chain);
        if (act == null) {
            withoutCode(reading, chain, out);
            return chain.after();
        }
        int after = next != null ? next.after() : chain.after();
        String code = code(reading, chain, act);
        if (code != null) {
            emit(reading, chain, code, after, out);
        } else if (act.state().isEmpty() && !act.family().equals("usc")) {
            emit(reading, chain, "?", after, out);
        }
        return after;
    }

    /** Numbers without a label, closed by a code at once: "280.3 УК РФ", "337 и 338 УК". */
    private @Nullable Chain bare(Tokens tokens, int i) {
        List<Cite> cites = new ArrayList<>();
        Numeral numeral = Numeral.at(tokens, i);
        int at = i;
        while (numeral != null
                && numeral.text().length() > 1
                && numeral.whole() < LARGEST_BARE
                && cites.size() < LONGEST_RANGE) {
            cites.add(new Cite(numeral));
            at = numeral.after();
            boolean more = tokens.is(at, ',') || labels.is(Kind.LINK, tokens, at);
            numeral = more ? Numeral.at(tokens, at + 1) : null;
        }
        Act act = cites.isEmpty() ? null : acts.at(tokens, at);
        boolean closed = act != null && act.first() == at && acts.acronym(tokens, at);
        return closed ? new Chain(cites, i, at) : null;
    }

    /** The code that stands in the same sentence, before or behind. */
    private static @Nullable Act apart(Reading reading, Chain chain) {
        Act near = reading.actBefore(chain.first(), LEFT_NEAR);
        if (near != null) {
            return near;
        }
        Act behind = reading.actBehind(chain.after(), RIGHT);
        return behind != null ? behind : reading.actBefore(chain.first(), LEFT);
    }

    private @Nullable String code(Reading reading, Chain chain, Act act) {
        if (!act.state().isEmpty() || act.family().equals("military-justice")) {
            return acts.code(act.family(), act.state());
        }
        Cite last = chain.cites().getLast();
        String state = Jurisdiction.state(reading, chain.first(), act.hint(), each -> {
            String code = acts.code(act.family(), each);
            return code == null ? -1 : articles.knows(code, last.article) ? 1 : 0;
        });
        if (state.isEmpty()) {
            return articles.onlyCode(acts.codes(act.family()), last.article);
        }
        String code = acts.code(act.family(), state);
        String only = last.article.contains(".") && code != null && !articles.knows(code, last.article)
                ? articles.onlyCode(acts.codes(act.family()), last.article)
                : null;
        return only == null ? code : only;
    }

    private void withoutCode(Reading reading, Chain chain, List<Citation> out) {
        if (!speaksOfACase(reading.tokens(), chain)) {
            return;
        }
        Cite last = chain.cites().getLast();
        for (String family : List.of("criminal", "administrative")) {
            String state = Jurisdiction.state(reading, chain.first(), "", each -> {
                String code = acts.code(family, each);
                return code != null && articles.knows(code, last.article) ? 1 : -1;
            });
            String code = state.isEmpty() ? null : acts.code(family, state);
            if (code != null) {
                emit(reading, chain, code, chain.after(), out);
                return;
            }
        }
        if (reading.slavic()) {
            emit(reading, chain, "?", chain.after(), out);
        }
    }

    private boolean speaksOfACase(Tokens tokens, Chain chain) {
        int sentence = tokens.sentence(chain.first());
        int from = Math.max(tokens.sentenceStart(sentence), chain.first() - CONTEXT);
        int to = Math.min(tokens.sentenceEnd(sentence), chain.after() + CONTEXT);
        for (int i = from; i < to; i++) {
            if (labels.is(Kind.CHARGE, tokens, i) || labels.is(Kind.PRIOR, tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private void emit(Reading reading, Chain chain, String code, int after, List<Citation> out) {
        ChargeRole role = prior(reading.tokens(), chain.first()) ? ChargeRole.PRIOR : ChargeRole.CITED;
        ChargeStage stage = ChargeStage.UNKNOWN;
        List<Cite> cites = chain.cites();
        for (int n = 0; n < cites.size(); n++) {
            Cite cite = cites.get(n);
            String part = cite.parts.isEmpty() ? "" : cite.parts.getFirst();
            ChargeStage general = n + 1 < cites.size() ? acts.general(code, cite.article, part) : null;
            if (general != null) {
                stage = general == ChargeStage.COMPLETED ? stage : general;
                continue;
            }
            for (String key : keys(code, cite)) {
                out.add(new Citation(key, role, stage, false, chain.first(), after));
            }
            stage = ChargeStage.UNKNOWN;
        }
    }

    private boolean prior(Tokens tokens, int first) {
        for (int i = Math.max(0, first - PRIOR); i < first; i++) {
            if (labels.is(Kind.PRIOR, tokens, i)) {
                return tokens.sentence(i) == tokens.sentence(first);
            }
        }
        return false;
    }

    private Set<String> keys(String code, Cite cite) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> numbers = new ArrayList<>(List.of(cite.article));
        int whole = whole(cite.article);
        for (int n = whole + 1; n <= Math.min(cite.rangeTo, whole + LONGEST_RANGE); n++) {
            numbers.add(String.valueOf(n));
        }
        for (String number : numbers) {
            String key = articles.key(code, number);
            StatuteKey article = new StatuteKey(cite.note ? key + "/note" : key);
            if (cite.parts.isEmpty()) {
                points(article, cite.points, keys);
            }
            for (String part : cite.parts) {
                boolean last = part.equals(cite.parts.getLast());
                points(article.part(part), last ? cite.points : List.of(), keys);
            }
        }
        return keys;
    }

    private static int whole(String article) {
        int end = 0;
        while (end < article.length() && Character.isDigit(article.charAt(end))) {
            end++;
        }
        return Integer.parseInt(article.substring(0, end));
    }

    private static void points(StatuteKey key, List<String> points, Set<String> keys) {
        if (points.isEmpty()) {
            keys.add(key.key());
        }
        points.forEach(point -> keys.add(key.point(point).key()));
    }
}

package org.tallywire.enrich.statute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.furniture.Furniture;
import org.tallywire.enrich.text.Language;
import org.tallywire.enrich.text.Tokens;

/** One text while its statutes are read: where it names states and codes, and what it is known to speak of. */
final class Reading {
    private final Tokens tokens;
    private final Furniture furniture;
    private final Language language;
    private final String carrierState;
    private final List<StateAt> states = new ArrayList<>();
    private final Map<String, Integer> named = new LinkedHashMap<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Act> actsWithState = new ArrayList<>();

    /**
     * A state word in its place.
     *
     * @param state as in statute keys
     * @param weight how plainly the word names it
     * @param token where it stands
     */
    record StateAt(String state, int weight, int token) {}

    Reading(Tokens tokens, Furniture furniture, Language language, String carrierState, States words, Acts names) {
        this.tokens = tokens;
        this.furniture = furniture;
        this.language = language;
        this.carrierState = carrierState;
        int actEnd = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i) == 0) {
                continue;
            }
            States.Word word = words.at(tokens, i);
            if (word != null) {
                states.add(new StateAt(word.state(), word.weight(), i));
                named.merge(word.state(), 1, Integer::sum);
            }
            Act act = i < actEnd ? null : names.at(tokens, i);
            if (act != null && !act.foreign()) {
                acts.add(act);
                actEnd = act.after();
                if (!act.state().isEmpty()) {
                    actsWithState.add(act);
                }
            }
        }
    }

    Tokens tokens() {
        return tokens;
    }

    boolean masked(int token) {
        return furniture.masks(tokens.start(token));
    }

    String carrierState() {
        return carrierState;
    }

    /** The state that a text in this language means when it names none: only where nearly all such texts come from one. */
    String languageState() {
        return switch (language) {
            case RU -> "ru";
            case UK -> "ua";
            case EN, OTHER -> "";
        };
    }

    boolean slavic() {
        return language == Language.RU || language == Language.UK;
    }

    /** All states that the text names and how often, in order of first naming. */
    Map<String, Integer> named() {
        return named;
    }

    /** State words in the sentence of a token, at most the last 50 before its end. */
    List<StateAt> inSentence(int token) {
        int sentence = tokens.sentence(token);
        int to = firstFrom(states, tokens.sentenceEnd(sentence), StateAt::token);
        int from = firstFrom(states, tokens.sentenceStart(sentence), StateAt::token);
        return states.subList(Math.max(from, to - SENTENCE_STATES), to);
    }

    /** The last code before a token that names its state; the first one behind it if there is none; null: no code does. */
    @Nullable
    Act actWithState(int token) {
        int next = firstFrom(actsWithState, token, Act::first);
        if (next > 0) {
            return actsWithState.get(next - 1);
        }
        return next < actsWithState.size() ? actsWithState.get(next) : null;
    }

    /** The last code that ends before this token in its sentence, no more than this many tokens away; null if none does. */
    @Nullable
    Act actBefore(int token, int reach) {
        int next = firstFrom(acts, token, Act::first);
        Act act = next > 0 ? acts.get(next - 1) : null;
        boolean near =
                act != null && act.after() >= token - reach && tokens.sentence(act.first()) == tokens.sentence(token);
        return near ? act : null;
    }

    /** The first code that begins at or behind this token in the sentence before it, no more than this many tokens away. */
    @Nullable
    Act actBehind(int token, int reach) {
        int next = firstFrom(acts, token, Act::first);
        Act act = next < acts.size() ? acts.get(next) : null;
        boolean near = act != null
                && act.first() <= token + reach
                && tokens.sentence(act.first()) == tokens.sentence(token - 1);
        return near ? act : null;
    }

    private static final int SENTENCE_STATES = 50;

    /** Index of the first element at or behind a token, by binary search. */
    private static <T> int firstFrom(List<T> list, int token, ToIntFunction<T> at) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at.applyAsInt(list.get(middle)) >= token) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

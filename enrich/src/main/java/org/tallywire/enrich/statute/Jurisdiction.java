package org.tallywire.enrich.statute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.tallywire.enrich.statute.Reading.StateAt;

/**
 * Whose law is meant where a text says only "УК" or "Criminal Code". Each state that the text names, its carrier's and its
 * language's collect points; the most points win, the first named wins a tie:
 *
 * <pre>
 *   4  another code in the text stands with this state's name
 *   3  the registry knows the article in this state's code; or the form itself is this state's (ККУ)
 *   2  the state is named in the same sentence (1 for a hint such as its capital)
 *   2  the carrier is of this state; the language is nearly always this state's
 *   1  the state is named anywhere (2 for the one named most often)
 * </pre>
 */
final class Jurisdiction {
    private static final int CODE = 4;
    private static final int KNOWN = 3;
    private static final int SENTENCE = 2;
    private static final int CARRIER = 2;

    private Jurisdiction() {}

    /**
     * The state, empty if nothing speaks for any.
     *
     * @param reading the text
     * @param token where the citation stands
     * @param hint state that the form suggests; empty: none
     * @param known 1 if the registry knows the citation in that state, 0 if not, negative if the state cannot be meant
     */
    static String state(Reading reading, int token, String hint, ToIntFunction<String> known) {
        Map<String, Integer> points = new LinkedHashMap<>();
        named(reading, token, points);
        Act code = reading.actWithState(token);
        add(points, code == null ? "" : code.state(), CODE);
        add(points, reading.carrierState(), CARRIER);
        add(points, reading.languageState(), CARRIER);
        add(points, hint, KNOWN);
        String best = "";
        int most = 0;
        for (Map.Entry<String, Integer> each : points.entrySet()) {
            int knowledge = known.applyAsInt(each.getKey());
            int sum = each.getValue() + KNOWN * knowledge;
            if (knowledge >= 0 && sum > most) {
                most = sum;
                best = each.getKey();
            }
        }
        return best;
    }

    private static void named(Reading reading, int token, Map<String, Integer> points) {
        int most = reading.named().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        reading.named().forEach((state, times) -> points.put(state, times == most ? 2 : 1));
        Map<String, Integer> near = new LinkedHashMap<>();
        for (StateAt each : reading.inSentence(token)) {
            near.merge(each.state(), each.weight() == States.NAMES ? SENTENCE : 1, Math::max);
        }
        near.forEach((state, weight) -> points.merge(state, weight, Integer::sum));
    }

    private static void add(Map<String, Integer> points, String state, int weight) {
        if (!state.isEmpty()) {
            points.merge(state, weight, Integer::sum);
        }
    }
}

package org.tallywire.enrich.statute;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChargeStage;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Tokens.Kind;
import org.tallywire.enrich.text.Vocabulary;

/** Names of codes, with the state that stands before or behind them; read from {@code acts.tsv}. */
final class Acts {
    private static final int ACRONYM = 5;
    private static final int LONGEST_GLOSS = 25;

    private record Name(String family, String hint, String form) {
        boolean fits(String written) {
            boolean acronym = form.length() <= ACRONYM && form.equals(form.toUpperCase(Locale.ROOT));
            return !acronym || written.equals(written.toUpperCase(Locale.ROOT)) || written.equals("КоАП");
        }
    }

    private final Lexicon<Name> names;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, ChargeStage> general = new HashMap<>();
    private final States states;

    Acts(Vocabulary vocabulary, States states) {
        this.states = states;
        names = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Acts.class, "acts.tsv");
        for (List<String> row : rows.cells()) {
            switch (row.get(0)) {
                case "code" -> codes.put(row.get(1) + '|' + row.get(2), row.get(3));
                case "general" ->
                    general.put(row.get(1) + '|' + row.get(2) + '|' + row.get(3), ChargeStage.valueOf(row.get(4)));
                default -> {
                    String hint = row.size() > 3 ? row.get(3) : "";
                    rows.forms(row.get(2)).forEach(form -> names.add(form, new Name(row.get(1), hint, form)));
                }
            }
        }
    }

    /** The act of a family in a state, e.g. {@code ru/uk}; null if that state has none that we name. */
    @Nullable
    String code(String family, String state) {
        String act = codes.getOrDefault(family + '|' + state, codes.getOrDefault(family + "|*", "-"));
        return act.equals("-") ? null : act.replace("{state}", state);
    }

    /** The codes of a family that are named one by one. */
    List<String> codes(String family) {
        return codes.entrySet().stream()
                .filter(each -> each.getKey().startsWith(family + '|'))
                .map(Map.Entry::getValue)
                .filter(code -> !code.equals("-") && !code.contains("{"))
                .toList();
    }

    /** True if the act at token i is named by an acronym: УК, КоАП, ККУ. */
    boolean acronym(Tokens tokens, int i) {
        int match = names.match(tokens, i);
        return match != 0 && names.length(match) == 1 && tokens.end(i) - tokens.start(i) <= ACRONYM;
    }

    /**
     * The stage that an article of the General Part gives to the charge behind it, COMPLETED for one that gives none (complicity);
     * null for any other article.
     */
    @Nullable
    ChargeStage general(String act, String article, String part) {
        return general.getOrDefault(act + '|' + article + '|' + part, general.get(act + '|' + article + "|*"));
    }

    /** The token behind the name of an act of this family at token i; 0 if none stands there. */
    int after(String family, Tokens tokens, int i) {
        int match = names.match(tokens, i);
        return match != 0 && names.value(match).family().equals(family) ? i + names.length(match) : 0;
    }

    /** The act that is named from token i on, with the state's name on either side; null if none is. */
    @Nullable
    Act at(Tokens tokens, int i) {
        int j = i;
        String state = "";
        States.Word before = states.at(tokens, j);
        if (before != null && before.weight() == States.NAMES) {
            state = before.state();
            j = possessive(tokens, j + states.length(tokens, j));
        }
        int match = names.match(tokens, j);
        if (match == 0) {
            return null;
        }
        Name name = names.value(match);
        int after = j + names.length(match);
        if (!name.fits(tokens.text().substring(tokens.start(j), tokens.end(after - 1)))) {
            return null;
        }
        int behind = link(tokens, after);
        States.Word later = states.at(tokens, behind);
        if (state.isEmpty() && later != null && later.weight() == States.NAMES) {
            state = later.state();
            after = behind + states.length(tokens, behind);
        }
        return new Act(name.family(), state, name.hint(), i, after);
    }

    /** The act behind a citation: "of the", "нового", "действующего" may stand before it; null if none follows at once. */
    @Nullable
    Act following(Tokens tokens, int i) {
        int j = gloss(tokens, i);
        for (int passed = 0; passed <= 3; passed++) {
            Act act = at(tokens, j);
            if (act != null) {
                return act;
            }
            boolean filler =
                    tokens.is(j, '(') || tokens.is(j, ',') || (tokens.is(j, Kind.WORD) && filler(tokens.folded(j)));
            if (!filler) {
                return null;
            }
            j++;
        }
        return null;
    }

    /** The token behind an explanation in parentheses or quotes; i itself if there is none. */
    private static int gloss(Tokens tokens, int i) {
        if (!tokens.is(i, '(') && !tokens.is(i, '"')) {
            return i;
        }
        char close = tokens.is(i, '(') ? ')' : '"';
        for (int j = i + 1; j < Math.min(tokens.size(), i + LONGEST_GLOSS); j++) {
            if (tokens.is(j, close)) {
                return j + 1;
            }
        }
        return i;
    }

    private static boolean filler(String word) {
        return switch (word) {
            case "of",
                    "the",
                    "in",
                    "under",
                    "its",
                    "new",
                    "current",
                    "'s",
                    "нового",
                    "действующего",
                    "прежнего",
                    "чинного" -> true;
            default -> false;
        };
    }

    private static int possessive(Tokens tokens, int i) {
        boolean s = tokens.is(i, Kind.WORD) && tokens.folded(i).startsWith("'");
        return s || tokens.is(i, '\'') ? i + 1 : i;
    }

    /** Passes "of the" between a code and its state. */
    private static int link(Tokens tokens, int i) {
        int j = i;
        while (j < i + 2
                && tokens.is(j, Kind.WORD)
                && (tokens.folded(j).equals("of") || tokens.folded(j).equals("the"))) {
            j++;
        }
        return j;
    }
}

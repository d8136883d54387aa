package org.tallywire.enrich.statute;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ChargeStage;
import org.tallywire.enrich.text.Lexicon;
import org.tallywire.enrich.text.Rows;
import org.tallywire.enrich.text.Tokens;
import org.tallywire.enrich.text.Vocabulary;

/** Words for an offence that stand for a statute without citing it; read from {@code offences.tsv}. */
final class Offences {
    private final Lexicon<Offence> lexicon;

    /**
     * One form.
     *
     * @param keys one key for each state that knows the offence
     * @param acronym true if it counts only in capitals (СОЧ)
     */
    private record Offence(List<String> keys, boolean acronym) {
        @Nullable
        String key(String state) {
            for (String key : keys) {
                if (key.startsWith(state + "/")) {
                    return key;
                }
            }
            return null;
        }
    }

    Offences(Vocabulary vocabulary) {
        lexicon = new Lexicon<>(vocabulary);
        Rows rows = Rows.read(Offences.class, "offences.tsv");
        for (List<String> row : rows.cells()) {
            List<String> keys = List.of(row.get(0).split(" "));
            for (String form : rows.forms(row.get(1))) {
                boolean acronym = form.length() <= 4 && Character.isUpperCase(form.charAt(form.length() - 1));
                lexicon.add(form, new Offence(keys, acronym));
            }
        }
    }

    /** The statute that the words at token i stand for; null if they stand for none or the state is not known. */
    @Nullable
    Citation read(Reading reading, int i) {
        Tokens tokens = reading.tokens();
        int match = lexicon.match(tokens, i);
        if (match == 0) {
            return null;
        }
        Offence offence = lexicon.value(match);
        int after = i + lexicon.length(match);
        boolean small =
                offence.acronym() && !Character.isUpperCase(tokens.text().charAt(tokens.end(after - 1) - 1));
        if (small) {
            return null;
        }
        String state = Jurisdiction.state(reading, i, "", each -> offence.key(each) == null ? -1 : 0);
        String key = state.isEmpty() ? null : offence.key(state);
        return key == null ? null : new Citation(key, ChargeRole.UNKNOWN, ChargeStage.UNKNOWN, true, i, after);
    }
}

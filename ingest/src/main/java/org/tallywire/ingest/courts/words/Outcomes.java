package org.tallywire.ingest.courts.words;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Outcome;
import org.tallywire.avro.Proceeding;

/** Outcome classes by the words of a register ({@code outcomes.tsv}); the class says no more than the words do. */
public final class Outcomes {
    private static final KnownWords<Outcome> WORDS = new KnownWords<>("outcomes.tsv", Outcome::valueOf);
    private static final KnownWords<String> ENTRIES = new KnownWords<>("docket-outcomes.tsv", word -> word);

    private Outcomes() {}

    /** NONE for an empty cell, UNKNOWN for words that are not in the table. */
    public static Outcome of(String words) {
        if (Plain.text(words).isEmpty()) {
            return Outcome.NONE;
        }
        Outcome known = WORDS.of(words);
        return known == null ? Outcome.UNKNOWN : known;
    }

    /** Outcome that a docket entry reports; null when it reports none. A judgment is a verdict in criminal cases only. */
    public static @Nullable Outcome ofEntry(String description, Proceeding proceeding) {
        String known = ENTRIES.of(description);
        if (known == null) {
            return null;
        }
        if (known.equals("JUDGMENT")) {
            return proceeding == Proceeding.CRIMINAL ? Outcome.VERDICT : Outcome.DECIDED;
        }
        return Outcome.valueOf(known);
    }
}

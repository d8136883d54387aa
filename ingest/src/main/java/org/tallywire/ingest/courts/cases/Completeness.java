package org.tallywire.ingest.courts.cases;

import java.util.Collection;
import org.tallywire.avro.HealthState;

/** Rules over all readings of one poll of a register: whether emptiness is believed, and whether the feed still lets out the same. */
public final class Completeness {
    private Completeness() {}

    /**
     * State of an empty answer. A malformed query says exactly what an empty window says, so emptiness is believed only if
     * another query of the same run found cases.
     *
     * @param run states of all readings of the run
     */
    public static HealthState ofEmpty(Collection<HealthState> run) {
        boolean found = run.contains(HealthState.WORKING) || run.contains(HealthState.PARTIAL);
        return found ? HealthState.OK_EMPTY : HealthState.SUSPECT;
    }

    /** In words how a stated scope changed; empty: it did not, or one of the two is not known. */
    public static String scopeChange(String before, String now) {
        if (before.isEmpty() || now.isEmpty() || before.equals(now)) {
            return "";
        }
        return "the feed let out " + before + " and lets out " + now + " now";
    }
}

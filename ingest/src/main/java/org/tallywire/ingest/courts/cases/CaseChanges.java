package org.tallywire.ingest.courts.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tallywire.avro.CaseChange;
import org.tallywire.avro.CaseEvent;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Outcome;

/** What moved in a case between two states of its record. */
final class CaseChanges {
    private static final Set<Outcome> REVERSALS = Set.of(Outcome.REVERSED, Outcome.REVERSED_REMANDED);
    private static final Set<String> HEARINGS = Set.of("HEARING", "HEARING_SET", "ADJOURNED");

    private CaseChanges() {}

    static List<CaseChange> between(CourtRecord before, CourtRecord now) {
        List<CaseChange> changes = new ArrayList<>();
        if (!Objects.equals(before.getFiled(), now.getFiled())) {
            changes.add(CaseChange.FILED);
        }
        if (!hearings(before).containsAll(hearings(now))) {
            changes.add(CaseChange.HEARING);
        }
        if (decisionMoved(before, now)) {
            changes.add(CaseChange.OUTCOME);
        }
        if (now.getStage() == CaseStage.SUSPENDED && before.getStage() != CaseStage.SUSPENDED) {
            changes.add(CaseChange.SUSPENDED);
        }
        if (reversed(before, now)) {
            changes.add(CaseChange.REVERSED);
        }
        if (!before.getCaseNumber().equals(now.getCaseNumber())) {
            changes.add(CaseChange.RENUMBERED);
        }
        if (now.getOutcome() == Outcome.WITHDRAWN && before.getOutcome() != Outcome.WITHDRAWN) {
            changes.add(CaseChange.WITHDRAWN);
        }
        return changes;
    }

    private static boolean decisionMoved(CourtRecord before, CourtRecord now) {
        return before.getOutcome() != now.getOutcome()
                || !before.getOutcomeRaw().equals(now.getOutcomeRaw())
                || !Objects.equals(before.getDecided(), now.getDecided())
                || !before.getDefendantResults().equals(now.getDefendantResults());
    }

    /** A higher court's word, or a decision that the register took back. */
    private static boolean reversed(CourtRecord before, CourtRecord now) {
        boolean said = REVERSALS.contains(now.getOutcome()) && !REVERSALS.contains(before.getOutcome());
        boolean takenBack = before.getOutcome() != Outcome.NONE && now.getOutcome() == Outcome.NONE;
        return said || takenBack;
    }

    private static Set<String> hearings(CourtRecord record) {
        Set<String> hearings = new HashSet<>();
        for (CaseEvent event : record.getEvents()) {
            if (HEARINGS.contains(event.getType())) {
                hearings.add(event.getType() + "|" + event.getDate() + "|" + event.getTime());
            }
        }
        return hearings;
    }
}

package org.tallywire.ingest.courts.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CaseEvent;
import org.tallywire.avro.CaseStage;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Outcome;

/** The stage of a case and the day it counts on, derived from its dates and events. */
public final class CaseStages {
    private CaseStages() {}

    /** Stage by what is furthest along: in force, appealed, decided, suspended, in hearing, filed. */
    public static CaseStage of(
            @Nullable LocalDate filed,
            @Nullable LocalDate decided,
            @Nullable LocalDate inForce,
            Outcome outcome,
            List<CaseEvent> events) {
        if (inForce != null) {
            return CaseStage.IN_FORCE;
        }
        if (decided != null || outcome != Outcome.NONE) {
            return has(events, "APPEAL") ? CaseStage.APPEALED : CaseStage.DECIDED;
        }
        if (suspended(events)) {
            return CaseStage.SUSPENDED;
        }
        if (has(events, "HEARING") || has(events, "HEARING_SET") || has(events, "ADJOURNED")) {
            return CaseStage.IN_HEARING;
        }
        return filed == null && events.isEmpty() ? CaseStage.UNKNOWN : CaseStage.FILED;
    }

    /** Filed, else decided, else the day of the first event; null: no day is known. */
    public static @Nullable LocalDate eventDate(
            @Nullable LocalDate filed, @Nullable LocalDate decided, List<CaseEvent> events) {
        if (filed != null || decided != null) {
            return filed != null ? filed : decided;
        }
        return events.stream()
                .map(CaseEvent::getDate)
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    static CourtRecord.Builder derived(CourtRecord.Builder record) {
        return record.setStage(of(
                        record.getFiled(),
                        record.getDecided(),
                        record.getInForce(),
                        record.getOutcome(),
                        record.getEvents()))
                .setEventDate(eventDate(record.getFiled(), record.getDecided(), record.getEvents()));
    }

    private static boolean has(List<CaseEvent> events, String type) {
        return events.stream().anyMatch(event -> event.getType().equals(type));
    }

    private static boolean suspended(List<CaseEvent> events) {
        boolean suspended = false;
        for (CaseEvent event : events) {
            if (event.getType().equals("SUSPENDED")) {
                suspended = true;
            } else if (event.getType().equals("RESUMED")) {
                suspended = false;
            }
        }
        return suspended;
    }
}

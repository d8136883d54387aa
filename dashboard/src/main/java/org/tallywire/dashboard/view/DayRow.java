package org.tallywire.dashboard.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.DayCell;

/**
 * One day of one series, and why it changed last.
 *
 * @param revisions how often the count was changed; 1: as first counted
 * @param lastDelta by how much {@code lastDocument} moved the count; negative when something was taken back
 */
public record DayRow(
        LocalDate day,
        long count,
        int revisions,
        String lastDocument,
        long lastDelta,
        @Nullable Instant lastChange,
        List<EvidenceRow> evidence) {
    static DayRow of(LocalDate day, DayCell cell) {
        return new DayRow(
                day,
                cell.getCount(),
                cell.getRevisions(),
                cell.getLastDocument(),
                cell.getLastDelta(),
                cell.getLastChange(),
                EvidenceRow.of(cell.getEvidence()));
    }
}

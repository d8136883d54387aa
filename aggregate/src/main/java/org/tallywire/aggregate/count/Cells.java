package org.tallywire.aggregate.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CellState;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Delta;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Mode;

/** One series on one day: the sum of its deltas, and why it changed last. */
public final class Cells {
    /** Documents shown behind a count. */
    static final int EVIDENCE = 5;

    private Cells() {}

    /** Key of a cell, {@code series|yyyy-mm-dd}: cells of a series stand together, in order of day. */
    public static String key(String series, LocalDate day) {
        return series + "|" + day;
    }

    /** Series of a cell's key. */
    public static String series(String key) {
        return key.substring(0, key.lastIndexOf('|'));
    }

    /** The cell after the delta; a delta of 0 renews the evidence only. */
    public static CellState add(@Nullable CellState before, String series, Delta delta) {
        DayCell cell = before == null ? empty(series, delta) : before.getCell();
        long backfilled = before == null ? 0 : before.getBackfilled();
        DayCell.Builder next = DayCell.newBuilder(cell).setEvidence(evidence(cell.getEvidence(), delta));
        if (delta.getDelta() != 0) {
            next.setCount(cell.getCount() + delta.getDelta())
                    .setRevisions(cell.getRevisions() + 1)
                    .setLastDocument(delta.getDocumentId())
                    .setLastDelta(delta.getDelta())
                    .setLastChange(delta.getAt());
        }
        long history = delta.getMode() == Mode.BACKFILL ? delta.getDelta() : 0;
        return new CellState(next.build(), backfilled + history);
    }

    private static DayCell empty(String series, Delta delta) {
        return DayCell.newBuilder()
                .setSeries(series)
                .setName(delta.getName())
                .setLabels(delta.getLabels())
                .setDay(delta.getDay())
                .build();
    }

    private static List<Evidence> evidence(List<Evidence> before, Delta delta) {
        List<Evidence> after = new ArrayList<>(before);
        boolean known = after.removeIf(one -> one.getDocumentId().equals(delta.getDocumentId()));
        if (delta.getDelta() > 0 || (delta.getDelta() == 0 && known)) {
            after.add(delta.getEvidence());
        }
        return List.copyOf(after.subList(Math.max(0, after.size() - EVIDENCE), after.size()));
    }
}

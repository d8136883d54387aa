package org.tallywire.aggregate.count;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Days after which nobody asks how late an item came. */
    public static final int LATEST = 28;

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
        boolean history = delta.getMode() == Mode.BACKFILL;
        List<Long> arrivals = before == null ? List.of() : before.getArrivals();
        return new CellState(
                next.build(),
                backfilled + (history ? delta.getDelta() : 0),
                history || delta.getDelta() <= 0 ? arrivals : arrived(arrivals, delta),
                sum(before == null ? Map.of() : before.getSources(), Map.of(delta.getSourceId(), delta.getDelta())),
                sum(before == null ? Map.of() : before.getShared(), history ? Map.of() : delta.getShared()));
    }

    private static Map<String, Long> sum(Map<String, Long> before, Map<String, Long> changes) {
        Map<String, Long> after = new HashMap<>(before);
        changes.forEach((name, change) -> after.merge(name, change, Long::sum));
        after.values().removeIf(count -> count == 0);
        return after;
    }

    private static List<Long> arrived(List<Long> before, Delta delta) {
        long late = delta.getAt().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay()
                - delta.getDay().toEpochDay()
                - 1;
        int slot = (int) Math.clamp(late, 0, LATEST);
        List<Long> after = new ArrayList<>(before);
        while (after.size() <= slot) {
            after.add(0L);
        }
        after.set(slot, after.get(slot) + delta.getDelta());
        return after;
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

package org.tallywire.aggregate.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Contribution;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.Delta;
import org.tallywire.avro.Mode;

/**
 * The difference between what a document added before and what it adds now. The sum of all deltas of a cell, in whatever order, is
 * the count of the latest documents.
 */
public final class Deltas {
    private Deltas() {}

    /** A delta and the series it belongs to. */
    public record Of(String series, Delta delta) {}

    private record Cell(String series, LocalDate day) {}

    /**
     * Signed changes: +n for what is new, -n for what is gone, 0 where only the evidence moved.
     *
     * @param before as last counted; null: nothing
     * @param after as it is now; null: withdrawn
     * @param at when the change is made
     */
    public static List<Of> between(@Nullable Contributions before, @Nullable Contributions after, Instant at) {
        Map<Cell, Contribution> old = cells(before);
        Map<Cell, Contribution> now = cells(after);
        List<Of> deltas = new ArrayList<>();
        old.forEach((cell, item) -> {
            if (before != null && !now.containsKey(cell)) {
                deltas.add(delta(before, item, -item.getCount(), shared(item, null), at));
            }
        });
        now.forEach((cell, item) -> {
            Contribution was = old.get(cell);
            long change = item.getCount() - (was == null ? 0 : was.getCount());
            Map<String, Long> shared = shared(was, item);
            if (after != null && (change != 0 || !shared.isEmpty() || moved(before, after))) {
                deltas.add(delta(after, item, change, shared, at));
            }
        });
        return deltas;
    }

    private static boolean moved(@Nullable Contributions before, Contributions after) {
        return before != null && !before.getEvidence().equals(after.getEvidence());
    }

    private static Map<Cell, Contribution> cells(@Nullable Contributions contributions) {
        Map<Cell, Contribution> cells = new HashMap<>();
        if (contributions != null) {
            contributions.getItems().forEach(item -> cells.put(new Cell(item.getSeries(), item.getDay()), item));
        }
        return cells;
    }

    private static Map<String, Long> shared(@Nullable Contribution before, @Nullable Contribution after) {
        Map<String, Long> shared = new HashMap<>();
        if (before != null) {
            before.getBroader().forEach(series -> shared.merge(series, -before.getCount(), Long::sum));
        }
        if (after != null) {
            after.getBroader().forEach(series -> shared.merge(series, after.getCount(), Long::sum));
        }
        shared.values().removeIf(change -> change == 0);
        return shared;
    }

    private static Of delta(
            Contributions document, Contribution item, long change, Map<String, Long> shared, Instant at) {
        Delta delta = Delta.newBuilder()
                .setDocumentId(document.getDocumentId())
                .setSourceId(document.getSourceId())
                .setMode(item.getMode() == Mode.UNKNOWN ? document.getMode() : item.getMode())
                .setName(item.getName())
                .setLabels(item.getLabels())
                .setDay(item.getDay())
                .setDelta(change)
                .setShared(shared)
                .setEvidence(document.getEvidence())
                .setAt(at)
                .build();
        return new Of(item.getSeries(), delta);
    }
}

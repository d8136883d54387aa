package org.tallywire.dashboard.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallywire.avro.Failure;

/** Failures counted by service, stage and reason; reasons beyond the limit are counted together as OTHER. */
final class FailureBook {
    private record Place(String service, String stage, String reason) {}

    private final Map<Place, FailureRow> rows = new HashMap<>();
    private final int limit;

    FailureBook(int limit) {
        this.limit = limit;
    }

    synchronized void add(Failure f) {
        Place exact = new Place(f.getService(), f.getStage(), f.getReason());
        Place place = rows.containsKey(exact) || rows.size() < limit ? exact : new Place("", "", "OTHER");
        FailureRow before = rows.get(place);
        String source = f.getSource().isBlank() ? f.getDocument() : f.getSource();
        rows.put(
                place,
                new FailureRow(
                        place.service(),
                        place.stage(),
                        place.reason(),
                        before == null ? 1 : before.count() + 1,
                        f.getAt(),
                        source,
                        f.getDetail()));
    }

    /** Most frequent first. */
    synchronized List<FailureRow> all() {
        return rows.values().stream()
                .sorted(Comparator.comparingLong(FailureRow::count)
                        .reversed()
                        .thenComparing(FailureRow::reason)
                        .thenComparing(FailureRow::service)
                        .thenComparing(FailureRow::stage))
                .toList();
    }
}

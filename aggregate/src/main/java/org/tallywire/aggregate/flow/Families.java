package org.tallywire.aggregate.flow;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Cells;
import org.tallywire.aggregate.spike.Completeness;
import org.tallywire.aggregate.spike.Reporting;
import org.tallywire.avro.FamilyState;

/** What a task knows of each family of series: since when it is counted, and how late its items come in. */
final class Families {
    private final KeyValueStore<String, FamilyState> store;
    private final Map<String, Reporting> triangles = new HashMap<>();

    Families(KeyValueStore<String, FamilyState> store) {
        this.store = store;
    }

    /** Notes a day on which the family has counted. */
    void begun(String family, LocalDate day) {
        FamilyState state = state(family);
        LocalDate origin = state.getOrigin();
        if (origin == null || day.isBefore(origin)) {
            store.put(family, FamilyState.newBuilder(state).setOrigin(day).build());
        }
    }

    LocalDate origin(String family, LocalDate otherwise) {
        LocalDate origin = state(family).getOrigin();
        return origin == null ? otherwise : origin;
    }

    Completeness completeness(String family) {
        return triangles.computeIfAbsent(family, this::read);
    }

    /** True if the day has not gone into the family's triangle. */
    boolean unsettled(String family, LocalDate day) {
        LocalDate settled = state(family).getSettled();
        return settled == null || settled.isBefore(day);
    }

    /** Takes in how late the items of one settled day of one series came. */
    void settle(String family, List<Long> arrivals) {
        triangles
                .computeIfAbsent(family, this::read)
                .settle(arrivals.stream().mapToLong(Long::longValue).toArray());
    }

    /** Keeps the triangle as of that day. */
    void save(String family, LocalDate settled) {
        byte[] bytes = triangles.computeIfAbsent(family, this::read).toBytes();
        store.put(
                family,
                FamilyState.newBuilder(state(family))
                        .setReporting(ByteBuffer.wrap(bytes))
                        .setSettled(settled)
                        .build());
    }

    private Reporting read(String family) {
        ByteBuffer bytes = state(family).getReporting();
        if (bytes == null) {
            return new Reporting(Cells.LATEST);
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Reporting.fromBytes(copy);
    }

    private FamilyState state(String family) {
        @Nullable FamilyState state = store.get(family);
        return state == null ? new FamilyState(null, null, null) : state;
    }
}

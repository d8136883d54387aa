package org.tallywire.aggregate.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.claims.ClaimGroup;
import org.tallywire.aggregate.claims.Ledger;
import org.tallywire.aggregate.claims.OwnCounts;
import org.tallywire.aggregate.series.Series;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Claim;
import org.tallywire.avro.OwnDay;

/**
 * Settles by the tick the groups that moved and tells of the claims that differ from what was told, when the store holds all of them; a
 * claim without carrier becomes a tombstone.
 */
final class SettleClaims implements Processor<String, String, String, Claim> {
    private static final String LAST = "\uffff";

    private final List<Series> series;
    private @Nullable ProcessorContext<String, Claim> context;
    private @Nullable KeyValueStore<String, CarriedClaim> ledger;
    private @Nullable KeyValueStore<String, Claim> claims;
    private @Nullable KeyValueStore<String, OwnDay> own;
    private @Nullable KeyValueStore<String, Long> unsettled;

    SettleClaims(List<Series> series) {
        this.series = series;
    }

    @Override
    public void init(ProcessorContext<String, Claim> context) {
        this.context = context;
        this.ledger = context.getStateStore(AggregateStores.LEDGER);
        this.claims = context.getStateStore(AggregateStores.CLAIMS);
        this.own = context.getStateStore(AggregateStores.OWN);
        this.unsettled = context.getStateStore(AggregateStores.UNSETTLED);
        context.schedule(CountDays.TICK, PunctuationType.WALL_CLOCK_TIME, this::settle);
    }

    @Override
    public void process(Record<String, String> record) {
        Objects.requireNonNull(unsettled).put(record.key(), record.timestamp());
    }

    private void settle(long now) {
        KeyValueStore<String, Long> store = Objects.requireNonNull(unsettled);
        List<String> moved = new ArrayList<>();
        each(store.all(), (key, at) -> moved.add(key));
        moved.forEach(store::delete);
        Set<String> groups = new TreeSet<>(moved);
        groups.removeIf(OwnShelf::isMark);
        moved.stream()
                .filter(OwnShelf::isMark)
                .collect(Collectors.groupingBy(
                        OwnShelf::shelf, Collectors.mapping(OwnShelf::statutes, Collectors.toList())))
                .forEach((shelf, sets) -> groups.addAll(beside(shelf, sets)));
        groups.forEach(group -> settle(group, now));
    }

    /** Groups of the shelf that have a statute of one of the sets in their scope. */
    private Set<String> beside(String shelf, List<String> sets) {
        Set<String> groups = new HashSet<>();
        String from = shelf;
        for (CarriedClaim first = first(from, shelf); first != null; first = first(from, shelf)) {
            from = first.getGroup() + "|" + LAST;
            List<String> scope = first.getMention().getScope();
            if (ClaimGroup.shelf(first).equals(shelf) && sets.stream().anyMatch(set -> OwnCounts.meets(set, scope))) {
                groups.add(first.getGroup());
            }
        }
        return groups;
    }

    private @Nullable CarriedClaim first(String from, String shelf) {
        try (KeyValueIterator<String, CarriedClaim> rest =
                Objects.requireNonNull(ledger).range(from, shelf + LAST)) {
            return rest.hasNext() ? rest.next().value : null;
        }
    }

    private void settle(String group, long now) {
        List<CarriedClaim> carried = new ArrayList<>();
        each(under(Objects.requireNonNull(ledger), group), (key, claim) -> carried.add(claim));
        Map<String, Claim> settled =
                carried.isEmpty() ? Map.of() : Ledger.settle(carried, ownCounts(carried.getFirst()));
        Map<String, Claim> told = new HashMap<>();
        each(under(Objects.requireNonNull(claims), group), (key, claim) -> told.put(claim.getId(), claim));
        Map<String, @Nullable Claim> changed = new TreeMap<>();
        told.keySet().stream().filter(id -> !settled.containsKey(id)).forEach(id -> changed.put(id, null));
        settled.forEach((id, claim) -> {
            Claim was = told.get(id);
            if (was == null || !was.equals(at(claim, was.getUpdatedAt()))) {
                changed.put(id, at(claim, Instant.ofEpochMilli(now)));
            }
        });
        changed.forEach((id, claim) -> Objects.requireNonNull(claims).put(group + "|" + id, claim));
        changed.forEach((id, claim) -> Objects.requireNonNull(context).forward(new Record<>(id, claim, now)));
    }

    private static Claim at(Claim claim, @Nullable Instant time) {
        return Claim.newBuilder(claim).setUpdatedAt(time).build();
    }

    private OwnCounts ownCounts(CarriedClaim carried) {
        OwnCounts counts = new OwnCounts(series);
        new OwnShelf(Objects.requireNonNull(own), ClaimGroup.shelf(carried))
                .read(carried.getMention().getScope(), counts);
        return counts;
    }

    static <V> KeyValueIterator<String, V> under(KeyValueStore<String, V> store, String group) {
        return store.range(group + "|", group + "|" + LAST);
    }

    static <V> void each(KeyValueIterator<String, V> entries, BiConsumer<String, V> visitor) {
        try (entries) {
            while (entries.hasNext()) {
                KeyValue<String, V> entry = entries.next();
                visitor.accept(entry.key, entry.value);
            }
        }
    }
}

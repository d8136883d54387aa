package org.tallywire.aggregate.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.claims.ClaimGroup;
import org.tallywire.aggregate.watch.ClaimWatch;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Claim;

/** Judges claims as they are told, each among its group, and ends alerts that are a week old. Open alerts stand in a store. */
final class WatchClaims implements Processor<String, Claim, String, Alert> {
    private static final Duration TICK = Duration.ofMinutes(1);

    private @Nullable ProcessorContext<String, Alert> context;
    private @Nullable KeyValueStore<String, Claim> claims;
    private @Nullable KeyValueStore<String, Alert> open;

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
        this.claims = context.getStateStore(AggregateStores.CLAIMS);
        this.open = context.getStateStore(AggregateStores.CLAIM_ALERTS);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::expire);
    }

    @Override
    public void process(Record<String, Claim> record) {
        Claim claim = record.value();
        Instant now = Instant.ofEpochMilli(record.timestamp());
        List<Claim> group = null;
        for (ClaimWatch rule : ClaimWatch.values()) {
            String key = rule.rule() + "|" + record.key();
            Alert told = Objects.requireNonNull(open).get(key);
            if (told == null && (claim == null || !ClaimWatch.news(claim, now))) {
                continue;
            }
            group = group != null ? group : group(claim);
            rule.next(told, claim, group, now).ifPresent(alert -> tell(key, alert, now));
        }
    }

    private List<Claim> group(@Nullable Claim claim) {
        List<Claim> group = new ArrayList<>();
        if (claim != null) {
            String key = ClaimGroup.of(claim);
            SettleClaims.each(
                    SettleClaims.under(Objects.requireNonNull(claims), key), (id, member) -> group.add(member));
        }
        return group;
    }

    private void expire(long time) {
        Instant now = Instant.ofEpochMilli(time);
        Map<String, Alert> ended = new TreeMap<>();
        SettleClaims.each(
                Objects.requireNonNull(open).all(),
                (key, told) -> ClaimWatch.expired(told, now).ifPresent(alert -> ended.put(key, alert)));
        ended.forEach((key, alert) -> tell(key, alert, now));
    }

    private void tell(String key, Alert alert, Instant now) {
        Objects.requireNonNull(open).put(key, alert.getState() == AlertState.FIRING ? alert : null);
        Objects.requireNonNull(context).forward(new Record<>(alert.getId(), alert, now.toEpochMilli()));
    }
}

package org.tallywire.aggregate.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.count.Contribute;
import org.tallywire.aggregate.count.Deltas;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Mode;
import org.tallywire.schemas.http.Metrics;

/** Remembers what each document added last and passes on the difference. The same version again makes no difference. */
final class ContributeStep implements Processor<String, Version, String, Counted> {
    private final Contribute contribute;
    private @Nullable ProcessorContext<String, Counted> context;
    private @Nullable KeyValueStore<String, Contributions> documents;
    private Metrics metrics = Metrics.UNREAD;

    ContributeStep(Contribute contribute) {
        this.contribute = contribute;
    }

    @Override
    public void init(ProcessorContext<String, Counted> context) {
        this.context = context;
        this.documents = context.getStateStore(AggregateStores.DOCUMENTS);
        this.metrics = Metrics.in(context.appConfigs());
    }

    @Override
    public void process(Record<String, Version> record) {
        KeyValueStore<String, Contributions> store = Objects.requireNonNull(documents);
        ProcessorContext<String, Counted> out = Objects.requireNonNull(context);
        Contributions before = store.get(record.key());
        Contributions now = contributions(record.value(), before);
        if (!Objects.equals(before, now)) {
            store.put(record.key(), now);
            Instant at = Instant.ofEpochMilli(out.currentSystemTimeMs());
            note(record.value().document(), at);
            out.forward(record.withValue(new Counted(now, Deltas.between(before, now, at))));
        }
    }

    private void note(@Nullable Entities document, Instant at) {
        if (document == null) {
            metrics.count("documents", "mode", "WITHDRAWN");
            return;
        }
        metrics.count("documents", "mode", document.getMode().name());
        if (document.getEventDate() != null && document.getMode() == Mode.LIVE) {
            metrics.late(ChronoUnit.DAYS.between(document.getEventDate(), LocalDate.ofInstant(at, ZoneOffset.UTC)));
        }
    }

    private @Nullable Contributions contributions(Version version, @Nullable Contributions before) {
        Entities document = version.document();
        Contributions all = document == null ? null : contribute.of(document, before, version.again());
        return all == null || all.getItems().isEmpty() ? null : all;
    }
}

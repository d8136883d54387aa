package org.tallywire.enrich;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.SeenParagraph;
import org.tallywire.enrich.furniture.ParagraphMemory;
import org.tallywire.enrich.furniture.Seen;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;

/** The memory of paragraphs in a key-value store of the topology. */
final class ParagraphStore implements ParagraphMemory {
    static final String NAME = "recurring-paragraphs";

    /** Key of the latest event day reached; no key of a paragraph is without a bar. */
    private static final String DAY = "day";

    private final KeyValueStore<String, SeenParagraph> paragraphs;

    ParagraphStore(ProcessorContext<?, ?> context) {
        paragraphs = context.getStateStore(NAME);
    }

    static void add(StreamsBuilder builder, Registry registry) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(NAME), Serdes.String(), new AvroSerde<>(SeenParagraph.class, registry)));
    }

    @Override
    public @Nullable Seen seen(String key) {
        SeenParagraph paragraph = paragraphs.get(key);
        return paragraph == null ? null : new Seen(paragraph.getDocuments(), paragraph.getFirst(), paragraph.getLast());
    }

    @Override
    public void put(String key, Seen seen) {
        paragraphs.put(key, new SeenParagraph(seen.documents(), seen.first(), seen.last()));
    }

    @Override
    public void forgetBefore(LocalDate day) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, SeenParagraph> all = paragraphs.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.getLast().isBefore(day)) {
                    old.add(entry.key);
                }
            });
        }
        old.forEach(paragraphs::delete);
    }

    @Override
    public LocalDate day() {
        SeenParagraph day = paragraphs.get(DAY);
        return day == null ? LocalDate.EPOCH : day.getLast();
    }

    @Override
    public void putDay(LocalDate day) {
        paragraphs.put(DAY, new SeenParagraph(List.of(), day, day));
    }
}

package org.tallywire.enrich;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tallywire.avro.Article;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Entities;
import org.tallywire.avro.StoryCandidate;
import org.tallywire.schemas.AvroSerde;
import org.tallywire.schemas.Registry;
import org.tallywire.schemas.Topics;

/** The picture of enrich: articles through extraction and the search for copies, court records straight, to [entities]. */
public final class EnrichTopology {
    private EnrichTopology() {}

    /** Builds it on a builder that was made from the service's settings. */
    public static Topology build(StreamsBuilder builder, Registry registry, Extractor extractor) {
        Consumed<String, Article> articles = Consumed.with(Serdes.String(), Topics.ARTICLES.serde(registry));
        Consumed<String, CourtRecord> records = Consumed.with(Serdes.String(), Topics.COURT_RECORDS.serde(registry));
        Produced<String, Entities> entities = Produced.with(Serdes.String(), Topics.ENTITIES.serde(registry));
        Repartitioned<String, StoryCandidate> byLanguage = Repartitioned.with(
                        Serdes.String(), new AvroSerde<>(StoryCandidate.class, registry))
                .withName("by-language");
        ParagraphStore.add(builder, registry);
        StoryStores.add(builder, registry);

        builder.stream(Topics.ARTICLES.name(), articles.withName("articles"))
                .process(() -> new ExtractClaims(extractor), Named.as("extract-claims"), ParagraphStore.NAME)
                .repartition(byLanguage)
                .process(FindCopies::new, Named.as("find-copies"), StoryStores.ALL)
                .to(Topics.ENTITIES.name(), entities.withName("article-entities"));

        builder.stream(Topics.COURT_RECORDS.name(), records.withName("court-records"))
                .mapValues(CourtEntities::of, Named.as("take-charges"))
                .to(Topics.ENTITIES.name(), entities.withName("court-entities"));

        return builder.build();
    }
}

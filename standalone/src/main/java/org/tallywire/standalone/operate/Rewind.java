package org.tallywire.standalone.operate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;

/** Sets a Streams service that is stopped back to the beginning of its inputs. */
public final class Rewind {
    /** The services that can be set back, with the topics that they read; ingest reads the world, which is not there twice. */
    public static final Map<String, List<Topic<?>>> INPUTS = new TreeMap<>(
            Map.of("enrich", List.of(Topics.ARTICLES, Topics.COURT_RECORDS), "aggregate", List.of(Topics.ENTITIES)));

    private final Admin admin;
    private final String service;

    /** The service runs: it must be stopped first. */
    public static final class Running extends RuntimeException {
        private static final long serialVersionUID = 1;

        Running(String service) {
            super(service + " runs; stop it first");
        }
    }

    public Rewind(Admin admin, String service) {
        this.admin = admin;
        this.service = service;
    }

    /**
     * The service will read its inputs once more and keeps what it remembers, so that the result is the one that stands there.
     *
     * @return number of records that it will read again
     */
    public long replay() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        long records = 0;
        for (var first : offsets(OffsetSpec.earliest()).entrySet()) {
            begin.put(first.getKey(), new OffsetAndMetadata(first.getValue().offset()));
            records -= first.getValue().offset();
        }
        for (ListOffsetsResultInfo end : offsets(OffsetSpec.latest()).values()) {
            records += end.offset();
        }
        try {
            admin.alterConsumerGroupOffsets(service, begin).all().get();
        } catch (ExecutionException e) {
            throw running(e);
        }
        return records;
    }

    /**
     * The service forgets everything: its offsets and its internal topics go. What it wrote stays and is written over.
     *
     * @return internal topics that were deleted
     */
    public List<String> reset() throws InterruptedException, ExecutionException {
        try {
            admin.deleteConsumerGroups(Set.of(service)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw running(e);
            }
        }
        List<String> internal = admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(service + "-"))
                .filter(topic -> topic.endsWith("-changelog") || topic.endsWith("-repartition"))
                .sorted()
                .toList();
        admin.deleteTopics(internal).all().get();
        return internal;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(OffsetSpec spec)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (Topic<?> topic : INPUTS.getOrDefault(service, List.of())) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                wanted.put(new TopicPartition(topic.name(), partition), spec);
            }
        }
        return admin.listOffsets(wanted).all().get();
    }

    private RuntimeException running(ExecutionException e) throws ExecutionException {
        if (e.getCause() instanceof GroupNotEmptyException || e.getCause() instanceof UnknownMemberIdException) {
            return new Running(service);
        }
        throw e;
    }
}

package org.tallywire.aggregate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tallywire.schemas.Topics;

/**
 * Fills a new series from history: the service reads [entities] from the beginning once more. What has been counted before makes no
 * difference, so no other series moves. The service must be stopped meanwhile.
 */
public final class Refill {
    private Refill() {}

    /**
     * Sets the service back to the beginning of [entities].
     *
     * @param service its name, which is its group
     * @return number of records that it will read again
     * @throws ExecutionException if the service runs, or the broker refuses
     */
    public static long run(Admin admin, String service) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        for (int partition = 0; partition < Topics.ENTITIES.partitions(); partition++) {
            first.put(new TopicPartition(Topics.ENTITIES.name(), partition), OffsetSpec.earliest());
            last.put(new TopicPartition(Topics.ENTITIES.name(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        long records = 0;
        for (var at : admin.listOffsets(first).all().get().entrySet()) {
            begin.put(at.getKey(), new OffsetAndMetadata(at.getValue().offset()));
            records -= at.getValue().offset();
        }
        for (var end : admin.listOffsets(last).all().get().values()) {
            records += end.offset();
        }
        admin.alterConsumerGroupOffsets(service, begin).all().get();
        return records;
    }
}

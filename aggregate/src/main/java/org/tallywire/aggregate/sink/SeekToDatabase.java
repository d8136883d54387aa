package org.tallywire.aggregate.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Sets each partition that comes to this instance to the offset that the database knows. */
final class SeekToDatabase implements ConsumerRebalanceListener {
    private final Consumer<?, ?> consumer;
    private final Connection database;

    SeekToDatabase(Consumer<?, ?> consumer, Connection database) {
        this.consumer = consumer;
        this.database = database;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        try {
            for (TopicPartition partition : partitions) {
                consumer.seek(partition, Offsets.next(database, partition));
            }
            database.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell the offsets", e);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // a batch is written before the next poll, so nothing is pending here
    }
}

package org.tallywire.aggregate.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where each partition goes on, kept beside the rows. */
final class Offsets {
    private Offsets() {}

    /** The next offset of a partition; 0: from the beginning. */
    static long next(Connection database, TopicPartition partition) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select next_offset from sink_offsets where topic = ? and partition = ?")) {
            query.setString(1, partition.topic());
            query.setInt(2, partition.partition());
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }

    /** Moves the partitions on; IllegalStateException if another sink has moved one further meanwhile. */
    static void move(Connection database, Map<TopicPartition, Long> next) throws SQLException {
        try (PreparedStatement upsert = database.prepareStatement(
                "insert into sink_offsets as o (topic, partition, next_offset) values (?, ?, ?) on conflict (topic, partition)"
                        + " do update set next_offset = excluded.next_offset where o.next_offset < excluded.next_offset")) {
            for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
                upsert.setString(1, entry.getKey().topic());
                upsert.setInt(2, entry.getKey().partition());
                upsert.setLong(3, entry.getValue());
                if (upsert.executeUpdate() != 1) {
                    throw new IllegalStateException(entry.getKey() + " is written by another sink too");
                }
            }
        }
    }
}

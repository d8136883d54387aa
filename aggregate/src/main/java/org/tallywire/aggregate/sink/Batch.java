package org.tallywire.aggregate.sink;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Records of one poll. Of several records with one key only the last is written. */
final class Batch {
    private final Map<String, Map<String, @Nullable SpecificRecord>> latest = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> next = new LinkedHashMap<>();
    private int records;

    void add(ConsumerRecord<String, ? extends @Nullable SpecificRecord> record) {
        latest.computeIfAbsent(record.topic(), topic -> new LinkedHashMap<>()).put(record.key(), record.value());
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        records++;
    }

    int size() {
        return records;
    }

    /** Makes a connection ready for batches. */
    static void prepare(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            // rows and offsets are lost together or not at all, so nobody has to wait for the disk
            statement.execute("set synchronous_commit = off");
            for (Mapping<?> mapping : Mappings.ALL) {
                statement.execute(mapping.table().arrivals());
            }
        }
        database.commit();
    }

    /** Writes rows and offsets in one transaction. */
    void write(Connection database) throws SQLException {
        try {
            for (Mapping<?> mapping : Mappings.ALL) {
                Map<String, @Nullable SpecificRecord> values =
                        latest.get(mapping.topic().name());
                if (values != null) {
                    delete(database, mapping, values);
                    upsert(database, mapping, values);
                }
            }
            Offsets.move(database, next);
            database.commit();
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        }
    }

    private static void delete(Connection database, Mapping<?> mapping, Map<String, @Nullable SpecificRecord> values)
            throws SQLException {
        String[] gone = values.entrySet().stream()
                .filter(entry -> mapping.many() || entry.getValue() == null)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (gone.length > 0) {
            try (PreparedStatement delete =
                    database.prepareStatement(mapping.table().delete())) {
                delete.setArray(1, database.createArrayOf("text", gone));
                delete.executeUpdate();
            }
        }
    }

    /** Rows arrive by COPY, the fastest way in, and are merged from there. */
    private static void upsert(Connection database, Mapping<?> mapping, Map<String, @Nullable SpecificRecord> values)
            throws SQLException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, @Nullable SpecificRecord> entry : values.entrySet()) {
            SpecificRecord value = entry.getValue();
            for (List<String> row : value == null ? List.<List<String>>of() : mapping.rows(value)) {
                lines.append(Values.of(entry.getKey())).append('\t');
                lines.append(String.join("\t", row)).append('\n');
            }
        }
        try (Statement statement = database.createStatement()) {
            CopyManager copies = database.unwrap(PGConnection.class).getCopyAPI();
            copies.copyIn(mapping.table().copy(), new StringReader(lines.toString()));
            statement.executeUpdate(mapping.table().merge());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }
}

package org.tallywire.standalone.courts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Shows every byte that the program keeps, with the place where it stands. */
final class Everything {
    private Everything() {}

    /** Keys, values and headers of every topic, changelogs and the broker's own included, committed or not. */
    static void ofTopics(String bootstrap, BiConsumer<String, byte[]> look)
            throws ExecutionException, InterruptedException {
        Map<String, Object> properties = Map.of("bootstrap.servers", bootstrap);
        Set<String> topics;
        try (Admin admin = Admin.create(properties)) {
            topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> look(record, look));
            }
        }
    }

    private static void look(ConsumerRecord<byte[], byte[]> record, BiConsumer<String, byte[]> look) {
        String place = "topic " + record.topic();
        Stream.of(record.key(), record.value()).filter(Objects::nonNull).forEach(bytes -> look.accept(place, bytes));
        record.headers().forEach(header -> {
            look.accept(place, header.key().getBytes(StandardCharsets.UTF_8));
            if (header.value() != null) {
                look.accept(place, header.value());
            }
        });
    }

    /** Files as they lie there, and what the stores among them hold, which is compressed on disk. */
    static void ofFolder(Path folder, BiConsumer<String, byte[]> look) throws IOException, RocksDBException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        for (Path path : all) {
            String place = folder.relativize(path).toString();
            if (Files.isRegularFile(path)) {
                look.accept("name of a file", place.getBytes(StandardCharsets.UTF_8));
                look.accept("file " + place, Files.readAllBytes(path));
            } else if (Files.exists(path.resolve("CURRENT"))) {
                store(path, "store " + path.getFileName(), look);
            }
        }
    }

    private static void store(Path folder, String place, BiConsumer<String, byte[]> look) throws RocksDBException {
        try (Options options = new Options();
                DBOptions database = new DBOptions()) {
            List<ColumnFamilyDescriptor> families = RocksDB.listColumnFamilies(options, folder.toString()).stream()
                    .map(ColumnFamilyDescriptor::new)
                    .toList();
            List<ColumnFamilyHandle> handles = new ArrayList<>();
            try (RocksDB store = RocksDB.openReadOnly(database, folder.toString(), families, handles)) {
                for (ColumnFamilyHandle handle : handles) {
                    try (RocksIterator each = store.newIterator(handle)) {
                        for (each.seekToFirst(); each.isValid(); each.next()) {
                            look.accept(place, each.key());
                            look.accept(place, each.value());
                        }
                        each.status();
                    }
                }
                handles.forEach(ColumnFamilyHandle::close);
            }
        }
    }

    /** The answer of a page. */
    static byte[] ofPage(String address) {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

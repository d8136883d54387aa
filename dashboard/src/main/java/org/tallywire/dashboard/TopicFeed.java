package org.tallywire.dashboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.dashboard.view.Part;
import org.tallywire.dashboard.view.View;
import org.tallywire.dashboard.web.Feed;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.stream.BrokerProbe;

/**
 * Reads the page's topics from the beginning into the view, committed records only, for as long as it is open. It is in
 * no group and commits nothing: every start reads all, so that any number of pages can run side by side.
 */
final class TopicFeed implements Feed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration ASK = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> consumer;
    private final BrokerProbe broker;
    private final RecordReader reader;
    private final View view;
    private final Thread thread = new Thread(this::run, "topic-feed");
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean open = true;
    private volatile String problem = "";
    private volatile String progress = "waiting for the broker";

    TopicFeed(DashboardSettings settings, RecordReader reader, View view) {
        this.consumer =
                new KafkaConsumer<>(properties(settings), new StringDeserializer(), new ByteArrayDeserializer());
        this.broker = new BrokerProbe(settings.bootstrap(), settings.client());
        this.reader = reader;
        this.view = view;
    }

    Consumer<?, ?> consumer() {
        return consumer;
    }

    void start() {
        thread.start();
    }

    @Override
    public String alive() {
        return problem;
    }

    @Override
    public String ready() {
        return progress.isEmpty() ? broker.problem() : progress;
    }

    /** Waits until the feed was closed (true) or has failed (false). */
    boolean await() throws InterruptedException {
        ended.await();
        return problem.isEmpty();
    }

    @Override
    public void close() {
        open = false;
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join();
            broker.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            Map<TopicPartition, Long> targets = begin();
            while (open) {
                consumer.poll(POLL).forEach(this::take);
                targets.entrySet().removeIf(target -> consumer.position(target.getKey()) >= target.getValue());
                progress = targets.isEmpty() ? "" : "%d partitions still to read".formatted(targets.size());
            }
        } catch (WakeupException | InterruptedException e) {
            LOG.info("event=closed");
        } catch (RuntimeException e) {
            problem = "stopped by an unexpected error: " + e;
            LOG.error("event=feed_stopped", e);
        } finally {
            ended.countDown();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        RecordReader.Decoded decoded = reader.read(record);
        view.apply(decoded.topic(), record.key(), decoded.value());
    }

    /**
     * Waits for broker and topics, and places the consumer at their beginning.
     *
     * @return the ends as of now; empty when closed meanwhile
     */
    private Map<TopicPartition, Long> begin() throws InterruptedException {
        while (open) {
            try {
                List<TopicPartition> partitions = partitions();
                if (!partitions.isEmpty()) {
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                    return new HashMap<>(consumer.endOffsets(partitions, ASK));
                }
            } catch (RetriableException e) {
                progress = "waiting for the broker: " + e.getMessage();
            }
            closing.await(1, TimeUnit.SECONDS);
        }
        return Map.of();
    }

    /** Partitions of all topics; empty while one of them is missing. */
    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?> topic : Part.topics()) {
            List<PartitionInfo> found = consumer.partitionsFor(topic.name(), ASK);
            if (found == null || found.isEmpty()) {
                progress = "waiting for the topic " + topic.name();
                return List.of();
            }
            found.forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        return partitions;
    }

    private static Properties properties(DashboardSettings settings) {
        Properties p = new Properties();
        p.putAll(settings.client().properties());
        p.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        p.put(ConsumerConfig.CLIENT_ID_CONFIG, "dashboard");
        p.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        p.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        p.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return p;
    }
}

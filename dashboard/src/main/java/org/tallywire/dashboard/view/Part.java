package org.tallywire.dashboard.view;

import java.util.Arrays;
import java.util.List;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;

/** A part of the page, and the topics that it shows. */
public enum Part {
    SERIES(Topics.DAY_CELLS, Topics.TALLIES),
    CLAIMS(Topics.CLAIMS),
    ALERTS(Topics.ALERTS),
    SOURCES(Topics.SOURCE_HEALTH),
    FAILURES(Topics.FAILURES);

    private final List<Topic<?>> topics;

    Part(Topic<?>... topics) {
        this.topics = List.of(topics);
    }

    /** Every topic that the page reads. */
    public static List<Topic<?>> topics() {
        return Arrays.stream(values())
                .<Topic<?>>flatMap(part -> part.topics.stream())
                .toList();
    }

    /** @throws IllegalArgumentException for a topic that the page does not read */
    static Part ofTopic(String topic) {
        return Arrays.stream(values())
                .filter(part -> part.topics.stream().anyMatch(t -> t.name().equals(topic)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a topic of the page: " + topic));
    }
}

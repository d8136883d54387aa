package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallywire.aggregate.spike.OpenDays;

/**
 * How a family of series is watched for spikes.
 *
 * @param rule first part of the alert's key
 * @param calendar the days on which it can grow at all
 * @param settleDays days after which a count is taken for final and learned
 * @param splits which of its lines are watched
 */
public record Watch(
        @JsonProperty(required = true) String rule,
        @JsonProperty(required = true) Days calendar,
        @JsonProperty(required = true) int settleDays,
        @JsonProperty(required = true) List<List<Field>> splits) {

    /** When a series can grow. */
    public enum Days {
        @JsonProperty("always")
        ALWAYS(OpenDays.ALWAYS),
        @JsonProperty("workdays")
        WORKDAYS(OpenDays.WORKDAYS);

        private final OpenDays open;

        Days(OpenDays open) {
            this.open = open;
        }

        /** As the detector takes it. */
        public OpenDays open() {
            return open;
        }
    }

    /** True if the line with these labels is watched. */
    public boolean watches(Map<String, String> labels) {
        return splits.stream()
                .map(split -> split.stream().map(Field::word).collect(Collectors.toSet()))
                .anyMatch(labels.keySet()::equals);
    }
}

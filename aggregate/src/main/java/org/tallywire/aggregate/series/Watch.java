package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tallywire.aggregate.spike.OpenDays;

/**
 * How a family of series is watched for spikes.
 *
 * @param rule first part of the alert's key
 * @param calendar the days on which it can grow at all
 * @param settleDays days after which a count is taken for final and learned
 * @param splits which of its lines are watched, in the order in which they are told of: a burst is told by the first that rises
 */
public record Watch(
        @JsonProperty(required = true) String rule,
        @JsonProperty(required = true) Days calendar,
        @JsonProperty(required = true) int settleDays,
        @JsonProperty(required = true) List<List<Field>> splits) {
    private static final int DEPTHS = 100;

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
        return split(labels) >= 0;
    }

    /** Place of a watched line in the order of telling: by its split, then by the depth of its keys, an article before its parts. */
    public int rank(Map<String, String> labels) {
        int depth = labels.values().stream()
                .mapToInt(value -> value.split("/", -1).length - 1)
                .sum();
        return split(labels) * DEPTHS + Math.min(depth, DEPTHS - 1);
    }

    /** True if a burst of the one line is told by the other when one document counts in both: an earlier split, or what it rolls up to. */
    public boolean isBroader(Map<String, String> other, Map<String, String> than) {
        int split = split(other);
        return split >= 0
                && (split < split(than)
                        || (!other.equals(than)
                                && other.keySet().equals(than.keySet())
                                && other.entrySet().stream()
                                        .allMatch(key ->
                                                (than.get(key.getKey()) + "/").startsWith(key.getValue() + "/"))));
    }

    private int split(Map<String, String> labels) {
        for (int i = 0; i < splits.size(); i++) {
            Set<String> words = splits.get(i).stream().map(Field::word).collect(Collectors.toSet());
            if (words.equals(labels.keySet())) {
                return i;
            }
        }
        return -1;
    }
}

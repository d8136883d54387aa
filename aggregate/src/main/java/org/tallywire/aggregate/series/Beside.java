package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.tallywire.avro.Unit;

/**
 * The published numbers that a court series can be laid beside.
 *
 * @param measures normal ids of what happened, e.g. filed
 * @param units units of the claim that mean what the series counts
 */
public record Beside(
        @JsonProperty(required = true) Set<String> measures,
        @JsonProperty(required = true) Set<Unit> units) {}

package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Entities;

/** The day an item counts on. A document without that day is not counted: no day is guessed. */
public enum DayField {
    @JsonProperty("filed")
    FILED(Entities::getFiled),
    @JsonProperty("decided")
    DECIDED(Entities::getDecided),
    @JsonProperty("inForce")
    IN_FORCE(Entities::getInForce),
    @JsonProperty("eventDate")
    EVENT_DATE(Entities::getEventDate);

    private final Function<Entities, @Nullable LocalDate> day;

    DayField(Function<Entities, @Nullable LocalDate> day) {
        this.day = day;
    }

    /** The day, or null when the document has none. */
    public @Nullable LocalDate of(Entities document) {
        return day.apply(document);
    }
}

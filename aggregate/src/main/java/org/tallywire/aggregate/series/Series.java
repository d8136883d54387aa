package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One family of series as series.yaml declares it: a line for each combination of values in each split.
 *
 * @param name first part of every series id, e.g. court.filed
 * @param title words for people
 * @param kind what is counted
 * @param feeds items taken in; one that several feeds take counts once, by the first
 * @param splits lists of fields; the empty list is the total
 * @param zone whose midnight ends a day; UTC when absent
 * @param watch how it is watched for spikes; null: nobody does
 * @param beside claims that are laid beside this count; null: none
 * @param counts what of an item is counted; documents when absent
 */
public record Series(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) Kind kind,
        @JsonProperty(required = true) List<Feed> feeds,
        @JsonProperty(required = true) List<List<Field>> splits,
        ZoneId zone,
        @Nullable Watch watch,
        @Nullable Beside beside,
        Amount counts) {
    public Series(
            String name,
            String title,
            Kind kind,
            List<Feed> feeds,
            List<List<Field>> splits,
            @Nullable ZoneId zone,
            @Nullable Watch watch,
            @Nullable Beside beside,
            @Nullable Amount counts) {
        this.name = name;
        this.title = title;
        this.kind = kind;
        this.feeds = List.copyOf(feeds);
        this.splits = List.copyOf(splits);
        this.zone = zone == null ? ZoneId.of("UTC") : zone;
        this.watch = watch;
        this.beside = beside;
        this.counts = counts == null ? Amount.DOCUMENTS : counts;
    }
}

package org.tallywire.dashboard.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimValue;
import org.tallywire.avro.OwnCount;

/**
 * One published number of one publisher; the fields are those of [claims].
 *
 * @param from first day of the period, {@code to} the day after its last; null: open
 * @param independentSources carriers that are not copies of one another
 */
public record ClaimRow(
        String id,
        String kind,
        @Nullable String publisher,
        String publisherKind,
        String measure,
        String unit,
        String counted,
        List<String> scope,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String per,
        @Nullable Double value,
        @Nullable Double high,
        String bound,
        String status,
        @Nullable String supersededBy,
        List<Earlier> history,
        List<CarrierRow> carriers,
        int independentSources,
        List<String> conflicts,
        List<String> approximates,
        @Nullable Own own,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate lastSeen,
        @Nullable Instant updatedAt) {

    /** Newest first; of one day, what more independent sources carry. */
    static final Comparator<ClaimRow> NEWEST_FIRST = Comparator.comparing(
                    ClaimRow::lastSeen, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(ClaimRow::independentSources, Comparator.reverseOrder())
            .thenComparing(ClaimRow::id);

    /** An earlier value of the same publisher for the same measure and scope. */
    public record Earlier(
            String claimId,
            @Nullable Double value,
            @Nullable Double high,
            String bound,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate day) {
        static Earlier of(ClaimValue v) {
            return new Earlier(
                    v.getClaimId(), v.getValue(), v.getHigh(), v.getBound().name(), v.getFrom(), v.getTo(), v.getDay());
        }
    }

    /** Our own count of the same thing; {@code ratio} is claimed / counted, {@code reason} says why there is none. */
    public record Own(
            String series, @Nullable Long count, @Nullable Double ratio, String reason) {
        static @Nullable Own of(@Nullable OwnCount own) {
            return own == null ? null : new Own(own.getSeries(), own.getCount(), own.getRatio(), own.getReason());
        }
    }

    static ClaimRow of(String id, Claim c) {
        return new ClaimRow(
                id,
                c.getKind().name(),
                c.getPublisher(),
                c.getPublisherKind().name(),
                c.getMeasure(),
                c.getUnit().name(),
                c.getCounted(),
                List.copyOf(c.getScope()),
                c.getFrom(),
                c.getTo(),
                c.getPer().name(),
                c.getValue(),
                c.getHigh(),
                c.getBound().name(),
                c.getStatus().name(),
                c.getSupersededBy(),
                c.getHistory().stream().map(Earlier::of).toList(),
                c.getCarriers().stream()
                        .map(k -> CarrierRow.of(k, c.getValue()))
                        .toList(),
                c.getIndependentSources(),
                List.copyOf(c.getConflicts()),
                List.copyOf(c.getApproximates()),
                Own.of(c.getOwn()),
                c.getFirstSeen(),
                c.getLastSeen(),
                c.getUpdatedAt());
    }
}

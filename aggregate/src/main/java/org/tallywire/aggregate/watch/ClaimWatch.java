package org.tallywire.aggregate.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.claims.Jumps;
import org.tallywire.aggregate.series.SeriesId;
import org.tallywire.aggregate.spike.ClaimJump;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.avro.Carrier;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Mode;
import org.tallywire.avro.Severity;

/**
 * Alerts of published numbers: one that grew faster than its publisher's figures used to, and, for information, one that contradicts
 * another publisher or parts from our own count. What was published more than a week ago is no news.
 */
public enum ClaimWatch {
    JUMP("claim-jump") {
        @Override
        Alert.@Nullable Builder found(Claim claim, Collection<Claim> group) {
            return Jumps.of(claim, group)
                    .filter(ClaimJump.Jump::alert)
                    .map(jump -> Alert.newBuilder()
                            .setSeverity(jump.p() < MOST_SEVERE ? Severity.CRITICAL : Severity.WARNING)
                            .setObserved(jump.growth())
                            .setExpected(jump.expected())
                            .setPValue(jump.p())
                            .setRatio(jump.expected() > 0 ? jump.growth() / jump.expected() : 0)
                            .setExcess(jump.growth() - jump.expected())
                            .setMessage(String.format(
                                    Locale.ROOT,
                                    "%s: %.0f, %d more in %d days, %.1f expected, p = %.2g",
                                    series(claim),
                                    value(claim),
                                    jump.growth(),
                                    jump.days(),
                                    jump.expected(),
                                    jump.p())))
                    .orElse(null);
        }
    },
    CONFLICT("claim-conflict") {
        @Override
        Alert.@Nullable Builder found(Claim claim, Collection<Claim> group) {
            boolean newest = group.stream()
                    .filter(other -> claim.getConflicts().contains(other.getId()))
                    .allMatch(other -> NEWEST.compare(other, claim) < 0);
            String why = !claim.getConflicts().isEmpty() && newest && claim.getSpan() != null
                    ? "publishers contradict: %.0f to %.0f"
                            .formatted(claim.getSpan().getMin(), claim.getSpan().getMax())
                    : Jumps.leavesOwnCount(claim, group)
                            ? "%.2f times our own count, unlike before"
                                    .formatted(claim.getOwn().getRatio())
                            : "";
            return why.isEmpty()
                    ? null
                    : Alert.newBuilder()
                            .setSeverity(Severity.INFO)
                            .setObserved(value(claim))
                            .setMessage(String.format(Locale.ROOT, "%s: %.0f; %s", series(claim), value(claim), why));
        }
    };

    private static final Duration NEWS = Duration.ofDays(7);
    private static final double MOST_SEVERE = 1e-6;
    private static final int EVIDENCE = 5;
    private static final Comparator<Claim> NEWEST = Comparator.comparing(
                    Claim::getFirstSeen, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Claim::getId);

    private final String rule;

    ClaimWatch(String rule) {
        this.rule = rule;
    }

    /** What the rule has to say of a claim among those of its group, without times; null: nothing. */
    abstract Alert.@Nullable Builder found(Claim claim, Collection<Claim> group);

    /**
     * The alert as it must be told now; empty if nothing has changed.
     *
     * @param told the open alert of this rule on this claim, null if there is none
     * @param claim as it stands now, null when nobody carries it any more
     */
    public Optional<Alert> next(@Nullable Alert told, @Nullable Claim claim, Collection<Claim> group, Instant now) {
        if (claim == null) {
            return Optional.ofNullable(told).map(alert -> end(alert, AlertState.RETRACTED, "withdrawn", now));
        }
        Alert.Builder found = found(claim, group);
        if (told == null) {
            return found == null || !news(claim, now) ? Optional.empty() : Optional.of(first(found, claim, now));
        }
        return found == null
                ? Optional.of(end(told, AlertState.RETRACTED, "revised or replaced", now))
                : changed(told, found, claim, now);
    }

    /** The end of an open alert that is a week old; empty before. */
    public static Optional<Alert> expired(Alert told, Instant now) {
        return now.isAfter(told.getValidUntil())
                ? Optional.of(end(told, AlertState.RESOLVED, "a week old", now))
                : Optional.empty();
    }

    public String rule() {
        return rule;
    }

    /** True if it is worth asking {@link #next}: history that is being loaded is not. */
    public static boolean news(Claim claim, Instant now) {
        LocalDate seen = claim.getFirstSeen();
        return seen != null
                && !seen.plusDays(NEWS.toDays())
                        .isBefore(now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private Alert first(Alert.Builder found, Claim claim, Instant now) {
        return filled(found, claim)
                .setId(rule + "|" + claim.getId() + "|" + claim.getFirstSeen())
                .setState(AlertState.FIRING)
                .setDay(claim.getFirstSeen())
                .setStartsAt(now)
                .setUpdatedAt(now)
                .setValidUntil(now.plus(NEWS))
                .build();
    }

    private Optional<Alert> changed(Alert told, Alert.Builder found, Claim claim, Instant now) {
        if (told.getMessage().equals(found.getMessage())) {
            return Optional.empty();
        }
        return Optional.of(filled(found, claim)
                .setId(told.getId())
                .setState(told.getState())
                .setDay(told.getDay())
                .setStartsAt(told.getStartsAt())
                .setUpdatedAt(now)
                .setValidUntil(told.getValidUntil())
                .setRevision(told.getRevision() + 1)
                .build());
    }

    private static Alert end(Alert told, AlertState state, String reason, Instant now) {
        return Alert.newBuilder(told)
                .setState(state)
                .setReason(reason)
                .setRevision(told.getRevision() + 1)
                .setUpdatedAt(now)
                .setResolvedAt(now)
                .build();
    }

    private Alert.Builder filled(Alert.Builder found, Claim claim) {
        return found.setRule(rule)
                .setSeries(series(claim))
                .setName("claims")
                .setLabels(labels(claim))
                .setLastDay(claim.getLastSeen())
                .setBuckets(1)
                .setMode(Mode.LIVE)
                .setEvidence(claim.getCarriers().stream()
                        .limit(EVIDENCE)
                        .map(ClaimWatch::evidence)
                        .toList());
    }

    private static Evidence evidence(Carrier carrier) {
        return new Evidence(carrier.getDocumentId(), carrier.getUrl(), carrier.getQuote());
    }

    private static double value(Claim claim) {
        return claim.getValue() == null ? 0 : claim.getValue();
    }

    private static String series(Claim claim) {
        return SeriesId.of("claims", labels(claim));
    }

    private static Map<String, String> labels(Claim claim) {
        Map<String, String> labels = new LinkedHashMap<>();
        Stream.of(
                        new String[] {"measure", claim.getMeasure()},
                        new String[] {"publisher", claim.getPublisher()},
                        new String[] {"statute", String.join("+", claim.getScope())},
                        new String[] {"unit", claim.getUnit().name()})
                .filter(label -> label[1] != null && !label[1].isEmpty())
                .forEach(label -> labels.put(label[0], label[1]));
        return labels;
    }
}

package org.tallywire.dashboard.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole in a few numbers.
 *
 * @param newest the latest change that any topic speaks of; null while nothing has come
 * @param alerts number by state, {@code sources} number by tone
 * @param leftOut what did not fit into memory, by part; empty when all did
 */
public record SummaryRow(
        @Nullable Instant newest,
        long records,
        int series,
        int claims,
        int currentClaims,
        int publishers,
        Map<String, Long> alerts,
        Map<String, Long> sources,
        List<FailureRow> failures,
        Map<String, Long> leftOut) {}

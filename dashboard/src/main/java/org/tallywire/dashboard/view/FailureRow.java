package org.tallywire.dashboard.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often one thing went wrong in one place, and the newest case of it. */
public record FailureRow(
        String service,
        String stage,
        String reason,
        long count,
        @Nullable Instant lastAt,
        String lastSource,
        String lastDetail) {}

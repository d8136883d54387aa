package org.tallywire.aggregate.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.spike.Completeness;
import org.tallywire.avro.CellState;
import org.tallywire.avro.SourceHealth;

/**
 * One series at one moment.
 *
 * @param series its id
 * @param today the running day in its zone
 * @param now the clock
 * @param cells its day cells from a day on, in order
 * @param origin the day on which its family began to be counted: before its own first day it counted nothing
 * @param completeness how much of a day is in some days after its end
 * @param health of a source by its id
 * @param limit largest p that opens an alert
 */
public record Scene(
        String series,
        LocalDate today,
        Instant now,
        Function<LocalDate, NavigableMap<LocalDate, CellState>> cells,
        LocalDate origin,
        Completeness completeness,
        Function<String, @Nullable SourceHealth> health,
        double limit) {}

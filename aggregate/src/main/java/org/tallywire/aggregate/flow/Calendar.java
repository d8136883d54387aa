package org.tallywire.aggregate.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallywire.aggregate.series.Series;

/** Which day it is for each family of series; a family that is declared no more goes by UTC. */
final class Calendar {
    private final Map<String, ZoneId> zones;
    private final Map<ZoneId, LocalDate> told = new HashMap<>();

    Calendar(List<Series> series) {
        zones = series.stream().collect(Collectors.toMap(Series::name, Series::zone));
    }

    LocalDate today(String family, long now) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(now), zones.getOrDefault(family, ZoneOffset.UTC));
    }

    /** True once for each midnight in one of the zones, and at the first call. */
    boolean turned(long now) {
        boolean turned = told.isEmpty();
        for (ZoneId zone : zones.values()) {
            LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(now), zone);
            turned |= !today.equals(told.put(zone, today));
        }
        return turned;
    }
}

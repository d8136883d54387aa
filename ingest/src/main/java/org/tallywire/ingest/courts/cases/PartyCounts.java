package org.tallywire.ingest.courts.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallywire.avro.Party;

/** Parties of one case as roles and counts, in the order in which roles appear. Names never come in here. */
public final class PartyCounts {
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Boolean> hidden = new LinkedHashMap<>();

    /** Adds holders of a role; {@code byRegister} is true if the register itself hides them. */
    public PartyCounts add(String role, int count, boolean byRegister) {
        if (count > 0) {
            counts.merge(role, count, Integer::sum);
            hidden.merge(role, byRegister, Boolean::logicalOr);
        }
        return this;
    }

    /** The roles as they go into the record. */
    public List<Party> list() {
        return counts.entrySet().stream()
                .map(role -> Party.newBuilder()
                        .setRole(role.getKey())
                        .setCount(role.getValue())
                        .setHidden(Boolean.TRUE.equals(hidden.get(role.getKey())))
                        .build())
                .toList();
    }
}

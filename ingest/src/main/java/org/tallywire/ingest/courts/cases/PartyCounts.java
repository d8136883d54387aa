package org.tallywire.ingest.courts.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallywire.avro.Party;

/**
 * Parties of one case as roles and counts, in the order in which roles appear; those whom the register hides are counted
 * apart. Names never come in here.
 */
public final class PartyCounts {
    private record Holders(String role, boolean hidden) {}

    private final Map<Holders, Integer> counts = new LinkedHashMap<>();

    /** Adds holders of a role; {@code byRegister} is true if the register itself hides them. */
    public PartyCounts add(String role, int count, boolean byRegister) {
        if (count > 0) {
            counts.merge(new Holders(role, byRegister), count, Integer::sum);
        }
        return this;
    }

    /** The roles as they go into the record. */
    public List<Party> list() {
        return counts.entrySet().stream()
                .map(holders -> Party.newBuilder()
                        .setRole(holders.getKey().role())
                        .setCount(holders.getValue())
                        .setHidden(holders.getKey().hidden())
                        .build())
                .toList();
    }
}

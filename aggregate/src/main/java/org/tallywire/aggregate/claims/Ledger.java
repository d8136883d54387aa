package org.tallywire.aggregate.claims;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Claim;

/**
 * The claims of one group, as a function of what the documents carry now: no order of arrival, duplicate or withdrawal can leave a
 * trace in it.
 */
public final class Ledger {
    private Ledger() {}

    /** Claims by id. */
    public static Map<String, Claim> settle(Collection<CarriedClaim> carried, OwnCounts own) {
        Map<String, Claim> settled = new TreeMap<>();
        Peers.link(History.of(Merge.claims(carried)))
                .forEach((id, claim) -> settled.put(
                        id, Claim.newBuilder(claim).setOwn(own.beside(claim)).build()));
        return settled;
    }
}

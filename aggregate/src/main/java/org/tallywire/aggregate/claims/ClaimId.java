package org.tallywire.aggregate.claims;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.ClaimMention;

/** What makes two carried numbers one claim: publisher, measure, unit, statutes, period, rate, value and bound. */
final class ClaimId {
    private ClaimId() {}

    /** Everything but the publisher. */
    static String figure(CarriedClaim carried) {
        ClaimMention claim = carried.getMention();
        return String.join(
                "|",
                carried.getGroup(),
                claim.getFrom() + "/" + claim.getTo(),
                claim.getPer().name(),
                claim.getValue() + "/" + claim.getHigh(),
                claim.getBound().name());
    }

    /**
     * Key of the claim: a hash over publisher and figure, the same after a replay.
     *
     * @param statement publisher and figure
     * @param time 0 for the first time that it was made, 1 for the second, ...
     */
    static String of(String statement, int time) {
        try {
            String text = time == 0 ? statement : statement + "|" + time;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "claim:" + HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

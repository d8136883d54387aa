package org.tallywire.aggregate.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.CarriedClaims;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Entities;

/** The published numbers that one document carries, and what changed against its last version. */
public final class Carried {
    private Carried() {}

    /** All claims of the document that have a value; the rest compares with nothing. */
    public static CarriedClaims of(Entities document) {
        return new CarriedClaims(document.getClaims().stream()
                .filter(claim -> claim.getValue() != null)
                .map(claim -> carried(document, claim))
                .toList());
    }

    /** What the ledger must hear: claims that are gone first (in the group they stood in), then new and changed ones. */
    public static List<CarriedClaim> changes(@Nullable CarriedClaims before, @Nullable CarriedClaims after) {
        Map<String, CarriedClaim> old = byKey(before);
        Map<String, CarriedClaim> now = byKey(after);
        List<CarriedClaim> changes = new ArrayList<>();
        old.forEach((key, claim) -> {
            if (!now.containsKey(key)) {
                changes.add(CarriedClaim.newBuilder(claim).setGone(true).build());
            }
        });
        now.forEach((key, claim) -> {
            CarriedClaim was = old.get(key);
            if (was == null || !was.equals(claim)) {
                changes.add(claim);
            }
        });
        return changes;
    }

    /** Key of a carried claim in the ledger: claims of a group stand together. */
    public static String key(CarriedClaim claim) {
        return claim.getGroup() + "|" + claim.getDocumentId() + "|"
                + claim.getMention().getId();
    }

    private static Map<String, CarriedClaim> byKey(@Nullable CarriedClaims claims) {
        Map<String, CarriedClaim> map = new LinkedHashMap<>();
        if (claims != null) {
            claims.getClaims().forEach(claim -> map.put(key(claim), claim));
        }
        return map;
    }

    private static CarriedClaim carried(Entities document, ClaimMention claim) {
        String story = document.getStory();
        return CarriedClaim.newBuilder()
                .setGroup(ClaimGroup.of(claim))
                .setDocumentId(document.getDocumentId())
                .setOutlet(document.getOutlet())
                .setStory(story.isEmpty() ? document.getDocumentId() : story)
                .setUrl(document.getUrl())
                .setDay(document.getEventDate())
                .setAt(document.getPublishedAt())
                .setMention(claim)
                .build();
    }
}

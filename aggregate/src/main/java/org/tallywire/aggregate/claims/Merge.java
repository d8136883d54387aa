package org.tallywire.aggregate.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Carrier;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.ClaimStatus;

/**
 * Carried numbers to claims: one for each number of each publisher. A number without publisher joins the equal number of a publisher
 * whose story it copies; else it stands alone with its story.
 */
final class Merge {
    /** Earliest first; the document id decides between equals, so that any order of arrival gives the same ledger. */
    static final Comparator<CarriedClaim> ORDER = Comparator.comparing(Merge::seen)
            .thenComparing(CarriedClaim::getDocumentId)
            .thenComparing(carried -> carried.getMention().getNumberStart())
            .thenComparing(carried -> carried.getMention().getId());

    private Merge() {}

    /** Claims by id, without anything that needs more than one of them. */
    static Map<String, Claim> claims(Collection<CarriedClaim> carried) {
        Map<String, List<CarriedClaim>> groups = carried.stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(
                        one -> ClaimId.of(publisher(one, carried), ClaimId.figure(one)),
                        TreeMap::new,
                        Collectors.toList()));
        Map<String, Claim> claims = new TreeMap<>();
        groups.forEach((id, carriers) -> claims.put(id, claim(id, carriers)));
        return claims;
    }

    /** When the document says that it was published; the day's beginning where no time is given. */
    static Instant seen(CarriedClaim carried) {
        Instant at = carried.getAt();
        LocalDate day = carried.getDay();
        if (at != null) {
            return at;
        }
        return day == null
                ? Instant.MAX
                : day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }

    private static String publisher(CarriedClaim one, Collection<CarriedClaim> all) {
        String own = one.getMention().getPublisher();
        if (own != null) {
            return own;
        }
        String figure = ClaimId.figure(one);
        return all.stream()
                .filter(other -> other.getStory().equals(one.getStory())
                        && ClaimId.figure(other).equals(figure))
                .map(other -> other.getMention().getPublisher())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse("?" + one.getStory());
    }

    private static Claim claim(String id, List<CarriedClaim> carried) {
        CarriedClaim first = carried.stream()
                .filter(one -> one.getMention().getPublisher() != null)
                .findFirst()
                .orElse(carried.getFirst());
        ClaimMention mention = first.getMention();
        List<Carrier> carriers = carriers(carried);
        return Claim.newBuilder()
                .setId(id)
                .setKind(mention.getKind())
                .setPublisher(mention.getPublisher())
                .setPublisherKind(mention.getPublisherKind())
                .setMeasure(mention.getMeasure())
                .setUnit(mention.getUnit())
                .setCounted(mention.getCounted())
                .setScope(mention.getScope())
                .setFrom(mention.getFrom())
                .setTo(mention.getTo())
                .setPer(mention.getPer())
                .setValue(mention.getValue())
                .setHigh(mention.getHigh())
                .setBound(mention.getBound())
                .setStatus(ClaimStatus.CURRENT)
                .setCarriers(carriers)
                .setIndependentSources((int)
                        carried.stream().map(CarriedClaim::getStory).distinct().count())
                .setFirstSeen(day(carried, Comparator.naturalOrder()))
                .setLastSeen(day(carried, Comparator.reverseOrder()))
                .build();
    }

    /** One for each document: a number that an article repeats is carried once. */
    private static List<Carrier> carriers(List<CarriedClaim> carried) {
        Map<String, Carrier> byDocument = new java.util.LinkedHashMap<>();
        for (CarriedClaim one : carried) {
            byDocument.putIfAbsent(
                    one.getDocumentId(),
                    Carrier.newBuilder()
                            .setDocumentId(one.getDocumentId())
                            .setOutlet(one.getOutlet())
                            .setStory(one.getStory())
                            .setUrl(one.getUrl())
                            .setQuote(one.getMention().getQuote())
                            .setDay(one.getDay())
                            .setValue(one.getMention().getValue())
                            .setBound(one.getMention().getBound())
                            .build());
        }
        return List.copyOf(byDocument.values());
    }

    private static @Nullable LocalDate day(List<CarriedClaim> carried, Comparator<LocalDate> order) {
        return carried.stream()
                .map(CarriedClaim::getDay)
                .filter(Objects::nonNull)
                .min(order)
                .orElse(null);
    }
}

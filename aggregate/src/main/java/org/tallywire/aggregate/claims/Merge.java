package org.tallywire.aggregate.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
 * whose story it copies; else it stands alone with its story. What names no publisher or no period is one statement only while its
 * reports are at most sixty days apart.
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
        Map<String, String> publishers = publishers(carried);
        Map<String, List<CarriedClaim>> statements = carried.stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(one -> statement(one, publishers), TreeMap::new, Collectors.toList()));
        Map<String, Claim> claims = new TreeMap<>();
        statements.forEach((statement, all) -> {
            int time = 0;
            for (List<CarriedClaim> carriers : timesMade(all)) {
                String id = ClaimId.of(statement, time++);
                claims.put(id, claim(id, carriers));
            }
        });
        return claims;
    }

    private static List<List<CarriedClaim>> timesMade(List<CarriedClaim> all) {
        ClaimMention mention = named(all).getMention();
        boolean period = mention.getFrom() != null || mention.getTo() != null;
        if (mention.getPublisher() != null && period) {
            return List.of(all);
        }
        List<List<CarriedClaim>> times = new ArrayList<>();
        LocalDate last = null;
        for (CarriedClaim one : all) {
            if (times.isEmpty() || Period.apart(last, one.getDay())) {
                times.add(new ArrayList<>());
            }
            times.getLast().add(one);
            last = one.getDay();
        }
        return times;
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

    /** Publisher of each figure of each story; of several the first by name. */
    private static Map<String, String> publishers(Collection<CarriedClaim> all) {
        Map<String, String> publishers = new HashMap<>();
        for (CarriedClaim one : all) {
            String publisher = one.getMention().getPublisher();
            if (publisher != null) {
                publishers.merge(
                        copy(one), publisher, (first, second) -> first.compareTo(second) <= 0 ? first : second);
            }
        }
        return publishers;
    }

    private static String copy(CarriedClaim one) {
        return one.getStory() + "|" + ClaimId.figure(one);
    }

    private static String statement(CarriedClaim one, Map<String, String> publishers) {
        String own = one.getMention().getPublisher();
        String publisher = own != null ? own : publishers.getOrDefault(copy(one), "?" + one.getStory());
        return publisher + "|" + ClaimId.figure(one);
    }

    /** The first that names its publisher. */
    private static CarriedClaim named(List<CarriedClaim> carried) {
        return carried.stream()
                .filter(one -> one.getMention().getPublisher() != null)
                .findFirst()
                .orElse(carried.getFirst());
    }

    private static Claim claim(String id, List<CarriedClaim> carried) {
        ClaimMention mention = named(carried).getMention();
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

package org.tallywire.aggregate.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tallywire.avro.Claim;

/**
 * How many sources came to a figure independently of one another. However many carry it, a publisher is one source, an agency whose
 * text is published again is one, and publishers who stand on copies of one text, or count together, are one. Who names no publisher
 * adds none: the number may be anybody's.
 */
final class Origins {
    private Origins() {}

    /** At least 1. */
    static int count(Claim claim, Collection<Claim> group) {
        List<Set<String>> origins = new ArrayList<>();
        group.stream()
                .filter(other ->
                        other.getPublisher() != null && Figure.equal(claim, other) && Period.same(claim, other))
                .map(Origins::marks)
                .forEach(marks -> join(origins, marks));
        return Math.max(1, origins.size());
    }

    /** What two claims share if they are not independent: a publisher, or a text. */
    private static Set<String> marks(Claim claim) {
        Set<String> marks = new HashSet<>();
        Arrays.stream(String.valueOf(claim.getPublisher()).split("\\+"))
                .map(publisher -> "publisher " + publisher)
                .forEach(marks::add);
        claim.getCarriers().forEach(carrier -> marks.add("story " + carrier.getStory()));
        return marks;
    }

    private static void join(List<Set<String>> origins, Set<String> marks) {
        for (Set<String> origin : List.copyOf(origins)) {
            if (origin.stream().anyMatch(marks::contains)) {
                origins.remove(origin);
                marks.addAll(origin);
            }
        }
        origins.add(marks);
    }
}

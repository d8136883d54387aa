package org.tallywire.aggregate.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Bound;
import org.tallywire.avro.Carrier;
import org.tallywire.avro.Claim;
import org.tallywire.avro.Per;

/** How many came to a figure independently. A claim is {@code publisher:value:stories}; the first is asked for. */
class OriginsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "monitor:100:s1,                                   1, one publisher",
        "monitor:100:s1/s2/s3/s4,                          1, however many carry it",
        "monitor:100:s1 agency:100:s2,                     2, two who counted the same",
        "monitor:100:s1 agency:100:s1,                     1, copies of one text",
        "monitor:100:s1 agency:100:s2 paper:100:s1/s2,     1, a third joins two texts",
        "monitor:100:s1 agency:99:s2,                      1, another figure is no support",
        "monitor+agency:100:s1 agency:100:s2,              1, they count together",
        "monitor+agency:100:s1 paper:100:s2,               2, and another beside them",
        "-:100:s1 monitor:100:s2,                          1, who names no publisher adds none",
        "-:100:s1 -:100:s2,                                1, the number may be anybody's",
    })
    void independentSources(String claims, int expected, String why) {
        List<Claim> group = new ArrayList<>();
        for (String claim : claims.split(" ")) {
            String[] part = claim.split(":");
            group.add(Claim.newBuilder()
                    .setId("c" + group.size())
                    .setPublisher(part[0].equals("-") ? null : part[0])
                    .setValue(Double.valueOf(part[1]))
                    .setBound(Bound.EXACT)
                    .setPer(Per.NONE)
                    .setFrom(LocalDate.of(2022, 9, 21))
                    .setFirstSeen(DAY)
                    .setLastSeen(DAY)
                    .setCarriers(Arrays.stream(part[2].split("/"))
                            .map(story -> Carrier.newBuilder().setStory(story).build())
                            .toList())
                    .build());
        }
        assertEquals(expected, Origins.count(group.getFirst(), group), why);
    }
}

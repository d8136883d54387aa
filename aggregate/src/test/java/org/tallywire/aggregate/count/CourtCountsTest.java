package org.tallywire.aggregate.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.aggregate.Docs;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.Contribution;
import org.tallywire.avro.Instance;
import org.tallywire.avro.Proceeding;
import org.tallywire.avro.StatuteMention;

/** Cases, defendants and charges of one record are three counts, and a material is none of them. */
class CourtCountsTest {
    private static final Contribute CONTRIBUTE = new Contribute(SeriesFile.bundled());

    /** A charge is defendant, key and how often it is laid; +: found proven. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one person, one charge                          | 1 | 1 a337/p5 1            | total 1 1 1, a337 1 1 1, a337/p5 1 1 1
            two persons under one part                      | 2 | 1 a337/p5 1; 2 a337/p5 1 | total 1 2 2, a337 1 2 2, a337/p5 1 2 2
            one person, two parts of one article            | 1 | 1 a337/p5 1; 1 a337/p3 1 | total 1 1 2, a337 1 1 2, a337/p3 1 1 1, a337/p5 1 1 1
            episodes are charges, not persons               | 1 | 1 a337/p5 3            | total 1 1 3, a337 1 1 3, a337/p5 1 1 3
            each under an article of his own                | 2 | 1 a337 1; 2 a338 1     | total 1 2 2, a337 1 1 1, a338 1 1 1
            the register does not say who is charged        | 3 | 0 a337 1; 0 a338 1     | total 1 3 2, a337 1 1 1, a338 1 1 1
            nobody is known to stand accused                | 0 | 0 a337 1               | total 1 0 1, a337 1 0 1
            no charges are published                        | 2 |                         | total 1 2 0
            laid and proven are not added                   | 1 | 1 a337/p5 1; 1 a337/p1+ 1 | total 1 1 1, a337 1 1 1, a337/p1 1 1 1, a337/p5 1 1 1
            """)
    void casesDefendantsAndChargesAreCountedApart(String why, int defendants, String charges, String expected) {
        Map<String, long[]> counts = new TreeMap<>();
        List<StatuteMention> mentions = charges == null ? List.of() : mentions(charges);
        CONTRIBUTE
                .of(
                        Docs.courtCase("c1", "2026-01-12")
                                .setDefendants(defendants)
                                .setStatutes(mentions)
                                .build(),
                        null,
                        false)
                .getItems()
                .forEach(item -> count(item, counts));
        Set<String> wanted = new TreeSet<>(List.of(expected.split(", ")));
        Set<String> counted = new TreeSet<>();
        counts.forEach((line, n) -> counted.add(line + " " + n[0] + " " + n[1] + " " + n[2]));
        assertEquals(wanted, counted, why);
    }

    private static void count(Contribution item, Map<String, long[]> counts) {
        int place = List.of("court.filed", "court.defendants", "court.charges").indexOf(item.getName());
        boolean plain = item.getLabels().isEmpty() || item.getLabels().keySet().equals(Set.of("statute"));
        if (place >= 0 && plain) {
            String statute = item.getLabels().getOrDefault("statute", "total").replace("ru/uk/", "");
            counts.computeIfAbsent(statute, none -> new long[3])[place] = item.getCount();
        }
    }

    private static List<StatuteMention> mentions(String charges) {
        return Arrays.stream(charges.split("; "))
                .map(charge -> charge.split(" "))
                .map(words -> StatuteMention.newBuilder()
                        .setDefendant(Integer.parseInt(words[0]))
                        .setKey("ru/uk/" + words[1].replace("+", ""))
                        .setRole(words[1].endsWith("+") ? ChargeRole.CONVICTED : ChargeRole.CHARGED)
                        .setCount(Integer.parseInt(words[2]))
                        .build())
                .toList();
    }

    /** Whatever the instance, a material stands in a series of its own. */
    @Test
    void aMaterialIsNoCase() {
        for (Instance instance : Instance.values()) {
            List<String> names = CONTRIBUTE
                    .of(
                            Docs.courtCase("m1", "2026-01-12", "ru/uk/a337")
                                    .setProceeding(Proceeding.MATERIAL)
                                    .setInstance(instance)
                                    .setDecided(LocalDate.of(2026, 1, 13))
                                    .setInForce(LocalDate.of(2026, 1, 20))
                                    .setDefendants(1)
                                    .build(),
                            null,
                            false)
                    .getItems()
                    .stream()
                    .map(Contribution::getName)
                    .distinct()
                    .toList();
            assertEquals(List.of("court.materials"), names, instance.name());
        }
    }
}

package org.tallywire.aggregate.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tallywire.aggregate.Docs;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.Bound;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Entities;
import org.tallywire.avro.Per;
import org.tallywire.avro.Unit;

/**
 * Stories of one number as outlets of three languages tell them, and what the ledger makes of them. A report is
 * {@code day carrier[=document it copies] publisher figure [from/to] [statutes] [unit] : words}; the publisher - is not named. A line of
 * the ledger is {@code publisher value status sources/carriers [links]}. Every story is told in many orders.
 */
class ScenarioTest {
    private static final String[][] STORIES = {
        {"one figure in three languages is one claim of one source", """
            2026-02-02 primer - pryklad 4121 2022-09-21/.. : По подсчётам «Приклада», с начала мобилизации в суды поступило 4121 дело
            2026-02-03 example - pryklad 4121 2022-09-21/.. : Pryklad counted 4,121 cases since mobilization
            2026-02-04 zrazok - pryklad 4121 2022-09-21/.. : За підрахунками «Прикладу», до судів надійшла 4121 справа
            """, "pryklad 4121 CURRENT 1/3"},
        {"an agency's text under ten names is one source, whoever leaves the name out", """
            2026-02-02 agency - agency 577 2025-09-01/2025-12-01 : 577 человек, сообщило агентство
            2026-02-02 primer =agency agency 577 2025-09-01/2025-12-01 : 577 человек, сообщает «Агентство»
            2026-02-02 zrazok =agency - 577 2025-09-01/2025-12-01 : 577 осіб
            2026-02-03 example =agency example 577 2025-09-01/2025-12-01 : we found 577 people
            """, """
            agency 577 CURRENT 1/3
            example 577 CURRENT 1/1"""},
        {"two publishers who came to the same figure by themselves are two sources", """
            2026-02-02 primer - primer 305 2024-01-01/2025-01-01 : мы насчитали 305 дел
            2026-02-20 zrazok - zrazok 305 2024-01-01/2025-01-01 : ми нарахували 305 справ
            """, """
            primer 305 CURRENT 2/1
            zrazok 305 CURRENT 2/1"""},
        {"who counts together is one source with each of them", """
            2026-02-02 primer - primer+zrazok 305 2024-01-01/2025-01-01 : «Пример» и «Зразок» насчитали 305 дел
            2026-02-20 zrazok - zrazok 305 2024-01-01/2025-01-01 : ми нарахували 305 справ
            """, """
            primer+zrazok 305 CURRENT 1/1
            zrazok 305 CURRENT 1/1"""},
        {"a running total grows: the later figure takes the place of the earlier", """
            2026-01-10 primer - pryklad 4000 2022-09-21/.. : уже 4000 дел
            2026-02-10 example - pryklad 4121 2022-09-21/.. : 4,121 cases
            2026-03-05 zrazok - pryklad 4000 2022-09-21/.. : 4000 справ, як повідомлялося
            """, """
            pryklad 4000 SUPERSEDED 1/2 by=4121
            pryklad 4121 CURRENT 1/1 was=4000"""},
        {"a running total with a later end supersedes, also if it is told first", """
            2026-03-10 primer - pryklad 5000 2022-09-21/2026-03-01 : к марту — 5000 дел
            2026-03-11 example - pryklad 4121 2022-09-21/2026-01-01 : 4,121 cases by the end of last year
            """, """
            pryklad 4121 SUPERSEDED 1/1 by=5000
            pryklad 5000 CURRENT 1/1 was=4121"""},
        {"another figure for the same closed period is a correction", """
            2026-01-10 primer - pryklad 577 2025-09-01/2025-12-01 : осенью 577
            2026-01-12 primer - pryklad 575 2025-09-01/2025-12-01 : осенью 575, уточнил «Приклад»
            """, """
            pryklad 575 CURRENT 1/1 was=577
            pryklad 577 CORRECTED 1/1 by=575"""},
        {"a total that falls is a correction", """
            2026-01-10 primer - pryklad 4121 2022-09-21/.. : 4121
            2026-01-12 example - pryklad 4112 2022-09-21/.. : 4,112
            """, """
            pryklad 4112 CURRENT 1/1 was=4121
            pryklad 4121 CORRECTED 1/1 by=4112"""},
        {"rounded restatements are linked and take nobody's place", """
            2026-01-10 primer - pryklad 4121 2022-09-21/.. : 4121
            2026-01-11 example - pryklad >4000 2022-09-21/.. : more than 4,000
            2026-01-12 zrazok - - ~4100 2022-09-21/.. : близько 4,1 тис.
            """, """
            - ~4100 CURRENT 1/1 rounds=4121
            pryklad 4121 CURRENT 1/1 rounds=~4100,>4000
            pryklad >4000 CURRENT 1/1 rounds=4121"""},
        {"a number without publisher may be anybody's", """
            2026-01-10 primer - pryklad 4121 2022-09-21/.. : по подсчётам «Приклада»
            2026-01-20 zrazok - - 4121 2022-09-21/.. : нарахували 4121 справу
            """, """
            - 4121 CURRENT 1/1 maybe=4121
            pryklad 4121 CURRENT 1/1 maybe=4121"""},
        {"publishers contradict one another: lowest, best and highest are shown", """
            2026-01-10 primer - pryklad 4121 2022-09-21/.. : 4121
            2026-01-11 example - zrazok 5200 2022-09-21/.. : 5,200
            2026-01-12 zrazok - third 4121 2022-09-21/.. : 4121
            """, """
            pryklad 4121 CURRENT 2/1 against=5200 span=4121..4121..5200
            third 4121 CURRENT 2/1 against=5200 span=4121..4121..5200
            zrazok 5200 CURRENT 1/1 against=4121,4121 span=4121..4121..5200"""},
        {"running totals told half a year apart do not contradict", """
            2025-06-10 primer - pryklad 4121 2022-09-21/.. : 4121
            2026-01-11 example - zrazok 5200 2022-09-21/.. : 5,200
            """, """
            pryklad 4121 CURRENT 1/1
            zrazok 5200 CURRENT 1/1"""},
        {"another scope or unit is no contradiction", """
            2026-01-10 primer - pryklad 536 2025-01-01/2026-01-01 ru/uk/a337 CASES : 536 дел
            2026-01-10 primer - zrazok 548 2025-01-01/2026-01-01 ru/uk/a337 PERSONS : 548 военных
            2026-01-10 primer - third 900 2025-01-01/2026-01-01 ru/uk/a337+ru/uk/a338 CASES : 900 дел
            """, """
            pryklad 536 CURRENT 1/1
            third 900 CURRENT 1/1
            zrazok 548 CURRENT 1/1"""},
        {"without a period a number told again after two months is a new statement", """
            2026-01-10 primer - pryklad 100 : 100 приговоров
            2026-03-01 example - pryklad 100 : 100 sentences
            2026-06-01 zrazok - pryklad 100 : 100 вироків
            """, """
            pryklad 100 CURRENT 1/1 was=100
            pryklad 100 SUPERSEDED 1/2 by=100"""},
        {"with its period it is the same statement for ever", """
            2025-01-10 primer - pryklad 577 2024-09-01/2024-12-01 : осенью 577
            2026-01-10 example - pryklad 577 2024-09-01/2024-12-01 : 577 in autumn 2024
            """, "pryklad 577 CURRENT 1/2"},
    };

    @TestFactory
    List<DynamicTest> stories() {
        return Arrays.stream(STORIES)
                .map(story -> DynamicTest.dynamicTest(story[0], () -> tell(story[1], story[2])))
                .toList();
    }

    private static void tell(String reports, String ledger) {
        List<CarriedClaim> carried = new ArrayList<>(
                reports.strip().lines().map(ScenarioTest::report).toList());
        String whole = Ledger.settle(carried, own()).toString();
        assertEquals(ledger.strip(), lines(carried));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(carried, new Random(seed));
            assertEquals(whole, Ledger.settle(carried, own()).toString(), "in another order");
        }
    }

    private static String lines(List<CarriedClaim> carried) {
        TreeMap<String, List<CarriedClaim>> groups = carried.stream()
                .collect(Collectors.groupingBy(CarriedClaim::getGroup, TreeMap::new, Collectors.toList()));
        List<Claim> all = groups.values().stream()
                .flatMap(group -> Ledger.settle(group, own()).values().stream())
                .toList();
        return all.stream().map(claim -> line(claim, all)).sorted().collect(Collectors.joining("\n"));
    }

    private static String line(Claim claim, List<Claim> all) {
        String publisher = claim.getPublisher() == null ? "-" : claim.getPublisher();
        return String.join(
                        " ",
                        publisher,
                        figure(claim),
                        claim.getStatus().name(),
                        claim.getIndependentSources() + "/"
                                + claim.getCarriers().size(),
                        links("by", claim.getSupersededBy() == null ? List.of() : List.of(claim.getSupersededBy()), all)
                                + claim.getHistory().stream()
                                        .map(was -> "was=" + Math.round(was.getValue()))
                                        .collect(Collectors.joining(" "))
                                + links("against", claim.getConflicts(), all)
                                + links("rounds", claim.getApproximates(), all)
                                + links("maybe", claim.getPossiblySame(), all)
                                + span(claim))
                .strip();
    }

    private static String span(Claim claim) {
        return claim.getSpan() == null
                ? ""
                : " span=%.0f..%.0f..%.0f"
                        .formatted(
                                claim.getSpan().getMin(),
                                claim.getSpan().getBest(),
                                claim.getSpan().getMax());
    }

    private static String links(String word, List<String> ids, List<Claim> all) {
        return ids.isEmpty()
                ? ""
                : word + "="
                        + ids.stream()
                                .map(id -> all.stream()
                                        .filter(claim -> claim.getId().equals(id))
                                        .map(ScenarioTest::figure)
                                        .findFirst()
                                        .orElse("?"))
                                .sorted(java.util.Comparator.reverseOrder())
                                .collect(Collectors.joining(","));
    }

    private static String figure(Claim claim) {
        String sign = switch (claim.getBound()) {
            case MORE_THAN -> ">";
            case ABOUT -> "~";
            default -> "";
        };
        return sign + Math.round(claim.getValue());
    }

    private static CarriedClaim report(String line) {
        String[] parts = line.strip().split(" : ", 2);
        String[] cell = parts[0].split(" ");
        String id = cell[1] + "-" + cell[0];
        String figure = cell[4].replaceAll("[>~]", "");
        ClaimMention.Builder claim = Docs.claim(
                        "m" + id + cell[4], cell[3].equals("-") ? null : cell[3], Double.parseDouble(figure))
                .setBound(
                        cell[4].startsWith(">") ? Bound.MORE_THAN : cell[4].startsWith("~") ? Bound.ABOUT : Bound.EXACT)
                .setPer(Per.NONE)
                .setFrom(null)
                .setQuote(parts[1]);
        if (cell.length > 5) {
            String[] period = cell[5].split("/");
            claim.setFrom(LocalDate.parse(period[0])).setTo(period[1].equals("..") ? null : LocalDate.parse(period[1]));
        }
        if (cell.length > 6) {
            claim.setScope(List.of(cell[6].split("\\+"))).setUnit(Unit.valueOf(cell[7]));
        }
        Entities document = Docs.article(id, cell[0], cell[1])
                .setStory(cell[2].startsWith("=") ? cell[2].substring(1) + "-2026-02-02" : id)
                .setClaims(List.of(claim.build()))
                .build();
        return Carried.of(document).getClaims().getFirst();
    }

    private static OwnCounts own() {
        return new OwnCounts(SeriesFile.bundled());
    }
}

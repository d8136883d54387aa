package org.tallywire.aggregate.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tallywire.aggregate.Docs;
import org.tallywire.aggregate.series.SeriesFile;
import org.tallywire.avro.Bound;
import org.tallywire.avro.CarriedClaim;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.ClaimStatus;
import org.tallywire.avro.Entities;
import org.tallywire.avro.OwnDay;
import org.tallywire.avro.Unit;

class LedgerTest {
    private static final String A337 = "court.filed{statute=ru/uk/a337}";

    @Test
    void aLaterFigureOfTheSamePublisherTakesThePlaceOfTheEarlier() {
        Map<Double, Claim> claims = settle(
                carried("a", "2026-01-10", "one", Docs.claim("m1", "mediazona", 4000)),
                carried("b", "2026-02-10", "two", Docs.claim("m2", "mediazona", 4121)),
                carried("c", "2026-03-10", "one", Docs.claim("m3", "mediazona", 4000)));
        assertEquals(
                ClaimStatus.SUPERSEDED,
                claims.get(4000.0).getStatus(),
                "repeating the old figure later changes nothing");
        assertEquals(claims.get(4121.0).getId(), claims.get(4000.0).getSupersededBy());
        assertEquals(ClaimStatus.CURRENT, claims.get(4121.0).getStatus());
        assertEquals(4000.0, claims.get(4121.0).getHistory().getFirst().getValue());
        assertEquals(2, claims.get(4000.0).getCarriers().size());
    }

    @Test
    void aRunningTotalThatFallsIsACorrection() {
        Map<Double, Claim> claims = settle(
                carried("a", "2026-01-10", "one", Docs.claim("m1", "mediazona", 4121)),
                carried("b", "2026-01-12", "one", Docs.claim("m2", "mediazona", 4112)));
        assertEquals(ClaimStatus.CORRECTED, claims.get(4121.0).getStatus());
    }

    @Test
    void figuresOfDifferentPeriodsStandSideBySide() {
        Map<Double, Claim> claims = settle(
                carried("a", "2026-01-10", "one", year(Docs.claim("m1", "mediazona", 305), 2024)),
                carried("a", "2026-01-10", "one", year(Docs.claim("m2", "mediazona", 577), 2025)));
        assertTrue(claims.values().stream().allMatch(claim -> claim.getStatus() == ClaimStatus.CURRENT));
        assertTrue(
                claims.values().stream().allMatch(claim -> claim.getConflicts().isEmpty()));
    }

    @Test
    void aRoundedRestatementIsLinkedAndTakesNobodysPlace() {
        Map<Double, Claim> claims = settle(
                carried("a", "2026-01-10", "one", Docs.claim("m1", "mediazona", 4121)),
                carried(
                        "b",
                        "2026-01-11",
                        "two",
                        Docs.claim("m2", "mediazona", 4000).setBound(Bound.MORE_THAN)));
        assertEquals(ClaimStatus.CURRENT, claims.get(4121.0).getStatus());
        assertEquals(List.of(claims.get(4121.0).getId()), claims.get(4000.0).getApproximates());
        assertEquals(List.of(claims.get(4000.0).getId()), claims.get(4121.0).getApproximates());
    }

    @Test
    void publishersConflictWhereNoNumberFitsBoth() {
        Map<Double, Claim> claims = settle(
                carried("a", "2026-01-10", "one", Docs.claim("m1", "mediazona", 4121)),
                carried("b", "2026-01-11", "two", Docs.claim("m2", "verstka", 5200)),
                carried(
                        "c",
                        "2026-01-12",
                        "three",
                        Docs.claim("m3", "the-bell", 4000).setBound(Bound.AT_LEAST)));
        assertEquals(List.of(claims.get(5200.0).getId()), claims.get(4121.0).getConflicts());
        assertEquals(List.of(), claims.get(4000.0).getConflicts(), "at least 4,000 contradicts neither");
        assertEquals(4000.0, claims.get(5200.0).getSpan().getMin());
        assertEquals(5200.0, claims.get(5200.0).getSpan().getMax());
        assertEquals(4000.0, claims.get(5200.0).getSpan().getBest(), "the latest of equals");
        assertEquals(
                "the figure of most independent publishers, then the latest, then the lowest",
                claims.get(5200.0).getSpan().getRule());
    }

    @Test
    void aNumberWithoutPublisherJoinsTheEqualOneOfItsStory() {
        Map<Double, Claim> claims = settle(
                carried("a", "2026-01-10", "one", Docs.claim("m1", "mediazona", 4121)),
                carriedIn("a", "b", "2026-01-11", "two", Docs.claim("m2", null, 4121)));
        assertEquals(1, claims.size());
        assertEquals(2, claims.get(4121.0).getCarriers().size());
        assertEquals(1, claims.get(4121.0).getIndependentSources());
        assertEquals("mediazona", claims.get(4121.0).getPublisher());
    }

    @Test
    void aNumberWithoutPublisherAndStoryStandsAlone() {
        List<CarriedClaim> carried = List.of(
                carried("a", "2026-01-10", "one", Docs.claim("m1", "mediazona", 4121)),
                carried("b", "2026-01-11", "two", Docs.claim("m2", null, 4121)));
        assertEquals(2, Ledger.settle(carried, own()).size());
    }

    @Test
    void theOrderOfArrivalLeavesNoTrace() {
        List<CarriedClaim> carried = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            carried.add(carried(
                    "d" + i,
                    "2026-01-" + (10 + i % 7),
                    "o" + i,
                    Docs.claim("m" + i, i % 3 == 0 ? null : "p" + i % 2, 4000 + i % 4)));
        }
        String first = Ledger.settle(carried, own()).toString();
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(carried, new Random(seed));
            assertEquals(first, Ledger.settle(carried, own()).toString());
        }
    }

    @Test
    void ourOwnCountStandsBesideAClaimOrTheReasonWhyNot() {
        OwnCounts own = own();
        own.put(new OwnDay("court.filed", "ru/uk/a337/p5", LocalDate.of(2022, 9, 22), 4L));
        own.put(new OwnDay("court.filed", "ru/uk/a337/p3+ru/uk/a338", LocalDate.of(2022, 9, 22), 6L));
        own.put(new OwnDay("court.filed", "ru/uk/a337/p5", LocalDate.of(2025, 12, 31), 30L));
        own.put(new OwnDay("court.filed", "ru/uk/a337", LocalDate.of(2026, 2, 1), 7L));
        Claim open = only(own, Docs.claim("m", "mediazona", 4000));
        assertEquals(40, open.getOwn().getCount(), "up to the day of publication");
        assertEquals(100.0, open.getOwn().getRatio());
        assertEquals(A337, open.getOwn().getSeries());
        assertEquals("", open.getOwn().getReason());
        Claim year = only(own, year(Docs.claim("m", "mediazona", 60), 2025));
        assertEquals(2.0, year.getOwn().getRatio());
        String[][] reasons = {
            {"SCOPE", reason(own, Docs.claim("m", "p", 9).setScope(List.of()))},
            {"SCOPE", reason(own, Docs.claim("m", "p", 9).setScope(List.of("ru/uk/a337", "ru/koap/a20.3.3")))},
            {"UNIT", reason(own, Docs.claim("m", "p", 9).setUnit(Unit.PERSONS))},
            {"PERIOD", reason(own, Docs.claim("m", "p", 9).setFrom(null))},
            {"COVERAGE", reason(own, Docs.claim("m", "p", 9).setFrom(LocalDate.of(2020, 1, 1)))},
            {"COVERAGE", reason(own(), Docs.claim("m", "p", 9))},
        };
        for (String[] row : reasons) {
            assertTrue(row[1].startsWith(row[0]), row[1]);
        }
        assertNull(
                only(own, Docs.claim("m", "p", 9).setMeasure("deserted")).getOwn(), "no register counts such things");
    }

    @Test
    void withoutContradictionThereIsNoSpan() {
        Map<Double, Claim> claims = settle(
                carried("a", "2026-01-10", "one", Docs.claim("m1", "mediazona", 4121)),
                carried(
                        "b",
                        "2026-01-11",
                        "two",
                        Docs.claim("m2", "verstka", 4000).setBound(Bound.MORE_THAN)));
        assertNull(claims.get(4121.0).getSpan());
    }

    private static String reason(OwnCounts own, ClaimMention.Builder claim) {
        return only(own, claim).getOwn().getReason();
    }

    private static Claim only(OwnCounts own, ClaimMention.Builder claim) {
        return Ledger.settle(List.of(carried("a", "2026-01-10", "one", claim)), own)
                .values()
                .iterator()
                .next();
    }

    private static ClaimMention.Builder year(ClaimMention.Builder claim, int year) {
        return claim.setFrom(LocalDate.of(year, 1, 1)).setTo(LocalDate.of(year + 1, 1, 1));
    }

    private static CarriedClaim carried(String id, String day, String outlet, ClaimMention.Builder claim) {
        return carriedIn(id, id, day, outlet, claim);
    }

    private static CarriedClaim carriedIn(
            String story, String id, String day, String outlet, ClaimMention.Builder claim) {
        Entities document = Docs.article(id, day, outlet)
                .setStory(story)
                .setClaims(List.of(claim.build()))
                .build();
        return Carried.of(document).getClaims().getFirst();
    }

    private static OwnCounts own() {
        return new OwnCounts(SeriesFile.bundled());
    }

    private static Map<Double, Claim> settle(CarriedClaim... carried) {
        Map<Double, Claim> byValue = new java.util.TreeMap<>();
        Ledger.settle(List.of(carried), own()).values().forEach(claim -> byValue.put(claim.getValue(), claim));
        return byValue;
    }
}

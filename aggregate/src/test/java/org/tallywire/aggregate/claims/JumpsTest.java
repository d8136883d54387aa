package org.tallywire.aggregate.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Bound;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimStatus;
import org.tallywire.avro.OwnCount;
import org.tallywire.avro.Per;

/** Which earlier figures a claim is laid beside, and what comes of it. Figures are told a month apart, the last is judged. */
class JumpsTest {
    private static final LocalDate SINCE = LocalDate.of(2022, 9, 21);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "4000 4030 4060 4090 4120, none, a stock that grows as before",
        "4000 4030 4060 4090 4490, jump, thirteen times the usual growth",
        "4000 4030 4490,           none, two figures are no history",
        "4000 4030 4060 4090 ~4500, jump, a round figure counts with the least that it allows",
        "4000 4030 4060 4090 4000, none, a lower figure is a correction",
        "4000 4030 !9000 4060 4090 4120, none, a corrected figure is left out",
        "4000 4030 4060 4090 ?4490, none, superseded by a later one",
    })
    void aStockBesideTheValuesWithTheSameBeginning(String values, String found, String why) {
        List<Claim> group = new ArrayList<>();
        for (String value : values.split(" ")) {
            group.add(told(group.size(), value).setFrom(SINCE).build());
        }
        assertEquals(found, found(group), why);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "WEEK, 0,  100 104 98 101 190, jump, twice the usual rate",
        "WEEK, 0,  100 104 98 101 110, none, a usual week",
        "NONE, 31, 100 104 98 101 190, jump, months of equal length",
        "NONE, 31, 100 104 98 101 110, none, a usual month",
        "NONE, 31, 100 104 190,        none, too few months",
    })
    void ratesAndClosedPeriodsBesideTheirLike(Per per, int days, String values, String found, String why) {
        List<Claim> group = new ArrayList<>();
        for (String value : values.split(" ")) {
            LocalDate from = FIRST.plusMonths(group.size());
            group.add(told(group.size(), value)
                    .setPer(per)
                    .setFrom(days == 0 ? null : from)
                    .setTo(days == 0 ? null : from.plusDays(days))
                    .build());
        }
        assertEquals(found, found(group), why);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "monitor, 365, 300 310 290 305 4000, none, a year is not compared with months",
        "agency,  30,  300 310 290 305 900,  none, nor with what another publisher says",
        "monitor, 30,  300 310 290 305 900,  jump, with its own months it is",
    })
    void onlyLikeIsComparedWithLike(String publisher, int days, String values, String found, String why) {
        String[] all = values.split(" ");
        List<Claim> group = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            boolean last = i == all.length - 1;
            LocalDate to = FIRST.plusMonths(i);
            group.add(told(i, all[i])
                    .setPublisher(last ? publisher : "monitor")
                    .setFrom(to.minusDays(last ? days : 30))
                    .setTo(to)
                    .build());
        }
        assertEquals(found, found(group), why);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "1.2 1.3 1.25 2.1, true,  our count falls behind as never before",
        "1.2 1.3 1.25 0.7, true,  the claim falls behind",
        "1.2 1.3 1.25 1.8, false, within half as much again",
        "1.2 1.3 2.1,      false, two earlier ratios are no range",
        "1.2 1.3 1.25 -,   false, nothing to compare",
    })
    void aClaimThatLeavesOurOwnCount(String ratios, boolean leaves, String why) {
        List<Claim> group = new ArrayList<>();
        for (String ratio : ratios.split(" ")) {
            OwnCount own = OwnCount.newBuilder()
                    .setRatio(ratio.equals("-") ? null : Double.valueOf(ratio))
                    .build();
            group.add(told(group.size(), "100").setFrom(SINCE).setOwn(own).build());
        }
        assertEquals(leaves, Jumps.leavesOwnCount(group.getLast(), group), why);
    }

    private static String found(List<Claim> group) {
        return Jumps.of(group.getLast(), group)
                .filter(jump -> jump.alert())
                .map(jump -> "jump")
                .orElse("none");
    }

    /** ~ a rounding, ! corrected, ? superseded. */
    private static Claim.Builder told(int month, String value) {
        LocalDate day = FIRST.plusMonths(month);
        String number = value.replaceAll("[~!?]", "");
        boolean corrected = value.startsWith("!");
        boolean superseded = value.startsWith("?");
        return Claim.newBuilder()
                .setId("c" + month)
                .setPublisher("monitor")
                .setValue(Double.valueOf(number))
                .setBound(value.startsWith("~") ? Bound.ABOUT : Bound.EXACT)
                .setPer(Per.NONE)
                .setStatus(
                        corrected ? ClaimStatus.CORRECTED : superseded ? ClaimStatus.SUPERSEDED : ClaimStatus.CURRENT)
                .setFirstSeen(day)
                .setLastSeen(day);
    }
}

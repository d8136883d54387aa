package org.tallywire.aggregate.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.aggregate.Docs;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.CourtSystem;
import org.tallywire.avro.Entities;

/** Every field that a series can be split by, with the values that a document has in it. */
class FieldTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "RU_SUDRF, 77OV0000, RU-77",
        "RU_SUDRF, 61GV0007, RU-61",
        "RU_SUDRF, vap, ",
        "US_PACER, nysd, US-NY",
        "US_PACER, txeb, US-TX",
        "US_PACER, dcd, US-DC",
        "US_PACER, ca9, ",
        "US_CL, cacd, US-CA",
        "US_CL, scotus, ",
        "ECHR_HUDOC, echr, ",
        "GENERIC, nysd, ",
    })
    void theRegionIsInTheIdOfTheCourt(CourtSystem system, String court, String region) {
        Entities document = Docs.courtCase("c", "2026-03-01")
                .setSystem(system)
                .setCourtId(court)
                .build();
        assertEquals(region == null ? Set.of() : Set.of(region), Field.REGION.values(new Item(document, null)));
    }

    @Test
    void aStatuteCountsForItsArticleAndTheWholeSetIsOneValue() {
        Entities document =
                Docs.courtCase("c", "2026-03-01", "ru/uk/a338", "ru/uk/a337/p5").build();
        Item item = new Item(document, null);
        assertEquals(Set.of("ru/uk/a337", "ru/uk/a337/p5", "ru/uk/a338"), Field.STATUTE.values(item));
        assertEquals(Set.of("ru/uk/a337/p5+ru/uk/a338"), Field.STATUTE_SET.values(item));
        assertEquals(List.of("ru/uk/a337/p5", "ru/uk/a338"), Statutes.split("ru/uk/a337/p5+ru/uk/a338"));
        Item none = new Item(Docs.courtCase("c", "2026-03-01").build(), null);
        assertEquals(Set.of(), Field.STATUTE_SET.values(none));
    }

    @Test
    void everyFieldHasItsValue() {
        Entities article = Docs.article("n", "2026-03-01", "pryklad")
                .setOutlets(Docs.cited("mediazona"))
                .setStatutes(Docs.statutes(ChargeRole.CITED, "ru/uk/a337"))
                .setClaims(List.of(Docs.claim("m", "verstka", 9).build()))
                .build();
        Item claim = new Item(article, article.getClaims().getFirst());
        String all = Arrays.stream(Field.values())
                .map(field -> field.word() + "=" + new TreeSet<>(field.values(claim)))
                .toList()
                .toString();
        assertEquals(
                "[statute=[ru/uk/a337], act=[ru/uk], court=[], region=[], statuteSet=[ru/uk/a337], system=[UNKNOWN], "
                        + "recordKind=[UNKNOWN], proceeding=[UNKNOWN], instance=[UNKNOWN], stage=[UNKNOWN], outcome=[NONE], "
                        + "outlet=[mediazona], carrier=[pryklad], language=[en], source=[pryklad], story=[LEAD], "
                        + "publisher=[verstka], measure=[filed], unit=[CASES]]",
                all);
    }
}

package org.tallywire.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.RegionKind;

class ContactsTest {
    private static long furniture(String... lines) {
        List<Block> blocks = java.util.Arrays.stream(lines)
                .map(line -> Block.of(RegionKind.BODY, line))
                .toList();
        return Furniture.tagged(blocks).stream()
                .filter(block -> block.kind() == RegionKind.FURNITURE)
                .count();
    }

    @Test
    void aBoxOfAddressesIsFurnitureAsAWhole() {
        assertEquals(
                3, furniture("The court will sit again.", "Media enquiries", "Duty officer", "press@court.example"));
        assertEquals(
                2, furniture("Контакты для СМИ", "Телефон: +7 (000) 000-00-00", "Суд снова соберётся во вторник."));
        assertEquals(1, furniture("Пресслужба: press@sud.example, 044 000 00 00"));
    }

    @Test
    void wordsAloneOpenNothing() {
        assertEquals(0, furniture("Media contact was lost for two days.", "The crew was found on Sunday."));
        assertEquals(0, furniture("The office can be reached at press@court.example, the clerk said."));
    }
}

package org.tallywire.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.RegionKind;

class CreditsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The court in the old quarter. Ivo Reck / Lantern Photo | The court in the old quarter. | Ivo Reck / Lantern Photo",
                "Здание суда. Фото: Иван Речкин / Фонарь | Здание суда. | Фото: Иван Речкин / Фонарь",
                "Будівля суду Фото: Іван Річкін | Будівля суду | Фото: Іван Річкін",
                "The court in the old quarter (Ivo Reck/Lantern) | The court in the old quarter | (Ivo Reck/Lantern)",
                "Фото: А. Б. Речкин / Фонарь | '' | Фото: А. Б. Речкин / Фонарь",
                "Ivo Reck / Lantern | '' | Ivo Reck / Lantern",
                "Photo by Ivo Reck | '' | Photo by Ivo Reck",
                "© Lantern | '' | © Lantern",
                "The judge said: nobody came. | The judge said: nobody came. | ''",
                "Here the limit is 60 km/h and nobody keeps it. | Here the limit is 60 km/h and nobody keeps it. | ''",
            })
    void splits(String line, String caption, String credit) {
        String captions = "";
        String credits = "";
        for (Block block : Credits.split(Block.of(RegionKind.CAPTION, line))) {
            captions += block.kind() == RegionKind.CAPTION ? block.text() : "";
            credits += block.kind() == RegionKind.CREDIT ? block.text() : "";
        }
        assertEquals(caption, captions);
        assertEquals(credit, credits);
    }
}

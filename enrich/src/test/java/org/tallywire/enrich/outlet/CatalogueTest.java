package org.tallywire.enrich.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.enrich.text.Rows;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @CsvSource({
        "https://zona.media/number/2023/07/05/500_500, mediazona",
        "https://www.bbc.com/russian/articles/1, bbc",
        "en.zona.media, mediazona",
        "HTTPS://WWW.THEMOSCOWTIMES.COM:443/2023/12/05/x, moscow-times",
        "https://www.radiosvoboda.org/a/1.html, rfe-rl",
        "https://www.radiosvoboda.org/donbasrealii/1, donbas-realii",
    })
    void aPageBelongsToThePublisherOfItsHost(String url, String id) {
        assertEquals(id, Objects.requireNonNull(CATALOGUE.byUrl(url)).id());
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/zona.media", "https://notzona.media.example/", "media", "''", "https://"})
    void anUnknownHostBelongsToNobody(String url) {
        assertNull(CATALOGUE.byUrl(url));
    }

    @Test
    void itIsLargeAndEveryIdIsWellFormed() {
        assertTrue(CATALOGUE.all().size() >= 150);
        CATALOGUE.all().forEach(each -> assertTrue(each.id().matches("[a-z0-9-]+"), each.id()));
    }

    @Test
    void noFormNamesTwoPublishers() {
        Map<String, String> owners = new HashMap<>();
        Rows rows = Rows.read(Catalogue.class, "outlets.tsv");
        for (List<String> row : rows.cells()) {
            for (String form : rows.forms(row.get(3))) {
                String folded =
                        form.replaceAll("^[!?]", "").toLowerCase(Locale.ROOT).replace('ё', 'е');
                String owner = owners.putIfAbsent(folded, row.get(0));
                assertTrue(owner == null || owner.equals(row.get(0)), folded + ": " + owner + " and " + row.get(0));
            }
        }
    }
}

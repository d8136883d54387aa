package org.tallywire.ingest.courts.sudrf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallywire.avro.Source;
import org.tallywire.ingest.read.Payload;

class SudrfRequestsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T22:30:00Z");
    private static final String HOST = "https://ngvs.exk.sudrf.ru";

    private static Source source(Map<String, String> options) {
        return Source.newBuilder()
                .setId("ngvs")
                .setKind("sudrf")
                .setUrl(HOST + "/")
                .setCourt("99GV0004")
                .setZone("Europe/Moscow")
                .setOptions(options)
                .build();
    }

    @Test
    void windowsEndOnTheCourtsOwnDayAndTheButtonIsWindows1251() {
        List<String> addresses = new SudrfReader().requests(source(Map.of("article", "337")), NOW);
        assertEquals(3, addresses.size(), "filed, decided, act published");
        assertEquals(
                HOST + "/modules.php?name=sud_delo&srv_num=1&name_op=r&page=1&delo_id=1540006&case_type=0&new=0"
                        + "&delo_table=u1_case&U1_CASE__ENTRY_DATE1D=03.11.2025&U1_CASE__ENTRY_DATE2D=01.02.2026"
                        + "&U1_DEFENDANT__LAW_ARTICLESS=337&Submit=%CD%E0%E9%F2%E8",
                addresses.getFirst(),
                "in Moscow it is the 1st of February already");
        assertTrue(addresses.get(1).contains("U1_CASE__RESULT_DATE1D=18.01.2026"));
        assertTrue(addresses.get(2).contains("U1_DOCUMENT__PUBL_DATE2D=01.02.2026"));
    }

    @Test
    void everyDatabaseIsAskedAndCassationHasItsOwnNames() {
        List<String> addresses = new SudrfReader()
                .requests(source(Map.of("srv", "1,2", "register", "2800001", "decided.days", "0")), NOW);
        assertEquals(4, addresses.size());
        assertTrue(addresses.get(0).contains("srv_num=1") && addresses.get(2).contains("srv_num=2"));
        assertTrue(addresses.get(0).contains("new=2800001&delo_table=g33_case&G33_CASE__ENTRY_DATE1D="));
        assertTrue(addresses.get(1).contains("&G3_DOCUMENT__PUBL_DATE1D="), "the prefix of acts is short");
    }

    @Test
    void generationBNamesTheCourt() {
        String address = new SudrfReader()
                .requests(source(Map.of("generation", "B", "filed.days", "7")), NOW)
                .getFirst();
        assertTrue(address.contains("_page=1&vnkod=99GV0004&srv_num=1&_deloId=1540006"), address);
        assertTrue(address.contains("&case__entry_date1d=25.01.2026&case__entry_date2d=01.02.2026"), address);
    }

    @Test
    void aListLeadsToItsNextPageAndToCardsOfMovingCases() {
        String page = "<p>Всего по запросу найдено — 30. На странице записи с 1 по 2.</p><table><tr><th>№ дела</th>"
                + "<th>Дата поступления</th><th>Дата вступления в законную силу</th></tr>"
                + row(1, "&nbsp;")
                + row(2, "01.06.2025")
                + "</table>";
        String url = HOST + "/modules.php?name=sud_delo&name_op=r&page=1&delo_id=1540006";
        byte[] body = page.getBytes(Charset.forName("windows-1251"));
        List<String> follow = new SudrfReader()
                .read(Payload.of(body, "text/html; charset=windows-1251", url, NOW), source(Map.of()))
                .follow();
        assertEquals(
                List.of(
                        HOST + "/modules.php?name=sud_delo&name_op=r&page=2&delo_id=1540006",
                        HOST + "/modules.php?name_op=case&case_id=1&delo_id=1540006"),
                follow,
                "the second case has been in force for long");
    }

    private static String row(int id, String inForce) {
        return "<tr><td><a href='/modules.php?name_op=case&case_id=" + id + "&delo_id=1540006'>1-" + id
                + "/2025</a></td><td>12.01.2025</td><td>" + inForce + "</td></tr>";
    }
}

package org.tallywire.dashboard.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.dashboard.demo.DemoPage;
import org.tallywire.dashboard.demo.DemoRecords;
import org.tallywire.dashboard.view.View;
import org.tallywire.dashboard.view.ViewLimits;

class PageServerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final View view = new View(ViewLimits.USUAL);
    private PageServer server;

    @BeforeEach
    void start() throws Exception {
        DemoRecords.asOf(TODAY).forEach(e -> view.apply(e.topic(), e.key(), e.value()));
        server = new PageServer(new InetSocketAddress("127.0.0.1", 0), view, DemoPage.READY, () -> "up 1\n");
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/, 200, text/html",
        "/index.html, 200, text/html",
        "/main.js, 200, text/javascript",
        "/base.css, 200, text/css",
        "/api/summary, 200, application/json",
        "/api/series, 200, application/json",
        "/api/claims, 200, application/json",
        "/api/alerts, 200, application/json",
        "/api/sources, 200, application/json",
        "/export/tallies.csv, 200, text/csv",
        "/health/live, 200, application/json",
        "/health/ready, 200, application/json",
        "/metrics, 200, text/plain",
        "/api/series/no-such/days, 404, text/plain",
        "/api/nothing, 404, text/plain",
        "/health, 404, text/plain",
        "/..%2f..%2fetc%2fpasswd, 404, text/plain",
        "/main.class, 404, text/plain",
        "/export/claims.csv?sep=x, 400, text/plain",
    })
    void answersWithItsTypeAndGuards(String path, int status, String type) throws Exception {
        HttpResponse<String> reply = get(path);
        assertEquals(status, reply.statusCode(), reply.body());
        assertTrue(header(reply, "content-type").startsWith(type));
        assertTrue(header(reply, "content-security-policy").startsWith("default-src 'none'; script-src 'self'"));
        assertEquals("nosniff", header(reply, "x-content-type-options"));
    }

    @Test
    void aSeriesIsFoundByItsEncodedId() throws Exception {
        String id = URLEncoder.encode(DemoRecords.SPIKE, StandardCharsets.UTF_8);
        JsonNode all = json("/api/series/" + id + "/days");
        assertEquals(DemoRecords.SPIKE, all.at("/series/id").asText());
        assertTrue(all.at("/series/counts/28").isNumber());
        assertTrue(all.at("/days/0/evidence/0/documentId").isTextual());
        JsonNode few = json("/api/series/" + id + "/days?from=2026-05-01&to=2026-05-02");
        assertTrue(few.at("/days").size() <= 2);
        assertEquals(400, get("/api/series/" + id + "/days?from=yesterday").statusCode());
    }

    @Test
    void hostileTextStaysText() throws Exception {
        JsonNode quote = json("/api/claims").findParents("quote").stream()
                .filter(n -> n.get("quote").asText().contains("<script>"))
                .findFirst()
                .orElseThrow()
                .get("quote");
        assertEquals(
                "A hundred persons are convicted every week <script>alert(1)</script> & \"so\" it goes.",
                quote.asText());
        assertFalse(get("/").body().contains("<script>alert"), "the page itself never holds data");
    }

    @Test
    void anUnchangedReplyCostsNothing() throws Exception {
        String etag = header(get("/api/claims"), "etag");
        HttpRequest again = request("/api/claims").header("If-None-Match", etag).build();
        assertEquals(304, http.send(again, BodyHandlers.ofString()).statusCode());
        view.apply("claims", "c1", null);
        assertEquals(200, http.send(again, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        HttpRequest post = request("/api/claims")
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertEquals(405, http.send(post, BodyHandlers.ofString()).statusCode());
        HttpRequest head = request("/").HEAD().build();
        assertEquals(200, http.send(head, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void listenersHearWhatChanged() throws Exception {
        HttpResponse<java.io.InputStream> events = http.send(request("/events").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            await(lines, "event: hello");
            view.apply("claims", "c1", null);
            await(lines, "event: change");
            assertEquals("data: claims", lines.readLine());
        }
    }

    private static void await(BufferedReader lines, String wanted) throws Exception {
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertEquals(wanted, line);
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }
}

package org.tallywire.aggregate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallywire.aggregate.LocalKafka;
import org.tallywire.avro.Alert;
import org.tallywire.avro.AlertState;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The bridge with a real broker and a real Alertmanager 0.28. */
class DeliverIT {
    @Test
    void alertmanagerHearsOfBeginningAndEndAndNeverOfHistory(@TempDir Path dir) throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: there is no Docker");
        try (GenericContainer<?> container = new GenericContainer<>("prom/alertmanager:v0.28.1")
                        .withExposedPorts(9093)
                        .waitingFor(Wait.forHttp("/-/ready").forPort(9093));
                LocalKafka kafka = new LocalKafka(dir)) {
            container.start();
            String url = "http://" + container.getHost() + ":" + container.getMappedPort(9093);
            Map<String, String> settings = Map.of("ALERTMANAGER_URLS", url, "ALERT_TICK_SECONDS", "1");
            kafka.put(
                    Topics.ALERTS,
                    "old",
                    alert("old").setState(AlertState.RESOLVED).build());
            kafka.put(Topics.ALERTS, "new", alert("new").build());
            kafka.flush();
            try (Service deliver = Deliver.start(kafka.environment(settings))) {
                LocalKafka.await("it fires", () -> get(url).contains("\"series\":\"new\""));
                assertTrue(!get(url).contains("\"series\":\"old\""), "history is never posted");
                assertEquals("", deliver.ready());
            }
            kafka.put(
                    Topics.ALERTS,
                    "new",
                    alert("new").setState(AlertState.RESOLVED).build());
            kafka.flush();
            LocalKafka.await("without posts it ends by itself", () -> get(url).equals("[]"));
            try (Service deliver = Deliver.start(kafka.environment(settings))) {
                LocalKafka.await("loaded", () -> deliver.ready().isEmpty());
                assertEquals("[]", get(url), "a restart fires nothing again");
                kafka.put(Topics.ALERTS, "later", alert("later").build());
                kafka.flush();
                LocalKafka.await("the next fires", () -> get(url).contains("\"series\":\"later\""));
                kafka.put(
                        Topics.ALERTS,
                        "later",
                        alert("later").setState(AlertState.RETRACTED).build());
                kafka.flush();
                LocalKafka.await("and ends at once", () -> get(url).equals("[]"));
            }
        }
    }

    private static Alert.Builder alert(String series) {
        return AlertBookTest.alert()
                .setId("spike|" + series + "|2026-03-09")
                .setSeries(series)
                .setStartsAt(Instant.now())
                .setUpdatedAt(Instant.now());
    }

    /** Active alerts. */
    private static String get(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v2/alerts?active=true"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .strip();
        } catch (java.io.IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}

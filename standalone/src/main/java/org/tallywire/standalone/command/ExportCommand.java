package org.tallywire.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tallywire.dashboard.Dashboard;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints tallies, claims or alerts: reads the topics to their end as the dashboard does and takes its export. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Prints tallies, claims or alerts as CSV or JSON, as they stand in the topics.")
public final class ExportCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What can be exported. */
    enum What {
        TALLIES("series"),
        CLAIMS("claims"),
        ALERTS("alerts");

        private final String resource;

        What(String resource) {
            this.resource = resource;
        }
    }

    /** In which form. */
    enum Format {
        CSV,
        JSON
    }

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what = What.TALLIES;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.CSV;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    public void run() {
        Environment env = kafka.environment();
        Map<String, String> settings = new HashMap<>();
        for (String name : new String[] {"KAFKA_BOOTSTRAP", "REGISTRY_URL", "CLIENT_CONFIG"}) {
            settings.put(name, env.text(name, ""));
        }
        settings.put("HTTP_PORT", "0");
        try (Service dashboard = Dashboard.start(new Environment(settings));
                HttpClient http = HttpClient.newHttpClient()) {
            awaitReady(dashboard);
            String path = format == Format.CSV
                    ? "/export/" + what.name().toLowerCase(java.util.Locale.ROOT) + ".csv"
                    : "/api/" + what.resource;
            URI uri = URI.create(dashboard.address()).resolve(path);
            byte[] body = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                    .body();
            System.out.write(body);
            System.out.flush();
        } catch (IOException e) {
            throw new BadInput("the export cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReady(Service dashboard) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!dashboard.ready().isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new BadInput("the topics cannot be read: " + dashboard.ready());
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }
}

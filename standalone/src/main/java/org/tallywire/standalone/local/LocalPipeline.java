package org.tallywire.standalone.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;

/** All services of the pipeline in this JVM, on one cluster. */
public final class LocalPipeline implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(120);

    private final List<Service> services = new ArrayList<>();

    private LocalPipeline() {}

    /**
     * Starts every service.
     *
     * @param variables settings from outside; addresses, folders and ports of this machine are put over them
     * @param page port of the web page; 0: any free one
     */
    public static LocalPipeline start(
            LocalCluster cluster, Path data, int page, Map<String, String> variables, Consumer<String> say) {
        LocalPipeline pipeline = new LocalPipeline();
        for (ServiceKind kind : ServiceKind.pipeline()) {
            Map<String, String> settings = new HashMap<>(variables);
            settings.put("KAFKA_BOOTSTRAP", cluster.broker().bootstrap());
            settings.put("REGISTRY_URL", cluster.registry().address());
            settings.put(
                    "STATE_DIR", data.resolve("state").resolve(kind.label()).toString());
            settings.put("HTTP_PORT", kind == ServiceKind.DASHBOARD ? Integer.toString(page) : "0");
            settings.put("HTTP_HOST", "127.0.0.1");
            Service service = kind.start(new Environment(settings));
            pipeline.services.add(service);
            say.accept(service.name() + " started");
        }
        return pipeline;
    }

    /** Waits until every service is ready. */
    public void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(READY);
        for (Service service : services) {
            while (!service.ready().isEmpty()) {
                if (!service.alive().isEmpty() || Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(
                            service.name() + " is not ready: " + service.ready() + " " + service.alive());
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        }
    }

    /** The first service that has died, in words; empty: all live. */
    public String dead() {
        return services.stream()
                .filter(s -> !s.alive().isEmpty())
                .map(s -> s.name() + ": " + s.alive())
                .findFirst()
                .orElse("");
    }

    /** Address of the web page. */
    public String page() {
        return services.getLast().address();
    }

    /** Stops the services in the order of the flow: nothing new comes in while the later ones finish. */
    @Override
    public void close() {
        services.forEach(Service::close);
    }
}

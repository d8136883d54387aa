package org.tallywire.aggregate.deliver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tallywire.schemas.local.LocalKafka;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/** An Alertmanager with the rules of inhibition that come with us, which groups by rule and tells a receiver on loopback within a second or two. */
final class RealAlertmanager implements AutoCloseable {
    /** Seconds to end by itself: one that is killed forgets whom it has told. */
    private static final int ENDS_WITHIN = 60;

    private static final String BINARY = "prometheus-alertmanager";
    private static final String CONFIG = """
            route: {receiver: test, group_by: [alertname], group_wait: 1s, group_interval: 2s, repeat_interval: 12h}
            receivers:
              - name: test
                webhook_configs: [{url: "%s", send_resolved: true}]
            """;

    /** Where it comes from. */
    enum Kind {
        CONTAINER {
            @Override
            Running run(Path config, Path data, int port) {
                assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: there is no Docker");
                GenericContainer<?> container = new GenericContainer<>("prom/alertmanager:v0.28.1")
                        .withNetworkMode("host")
                        .withCopyFileToContainer(MountableFile.forHostPath(config), "/etc/alertmanager/test.yml")
                        .withCommand(
                                "--config.file=/etc/alertmanager/test.yml",
                                "--storage.path=/alertmanager",
                                "--web.listen-address=127.0.0.1:" + port,
                                "--cluster.listen-address=");
                container.start();
                return new Running() {
                    @Override
                    public void restart() {
                        container
                                .getDockerClient()
                                .restartContainerCmd(container.getContainerId())
                                .withTimeout(ENDS_WITHIN)
                                .exec();
                    }

                    @Override
                    public void close() {
                        container.stop();
                    }
                };
            }
        },
        PACKAGE {
            @Override
            Running run(Path config, Path data, int port) throws IOException {
                File binary = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, BINARY))
                        .filter(File::canExecute)
                        .findFirst()
                        .orElse(null);
                assumeTrue(binary != null, "skipped: the package " + BINARY + " is not installed");
                ProcessBuilder command = new ProcessBuilder(
                                binary.toString(),
                                "--config.file=" + config,
                                "--storage.path=" + data,
                                "--web.listen-address=127.0.0.1:" + port,
                                "--cluster.listen-address=")
                        .redirectErrorStream(true)
                        .redirectOutput(new File("target/alertmanager.log"));
                return new Daemon(command);
            }
        };

        abstract Running run(Path config, Path data, int port) throws IOException;
    }

    /** One that runs. */
    interface Running extends AutoCloseable {
        void restart() throws IOException, InterruptedException;

        @Override
        void close();
    }

    /** A process of this machine. */
    private static final class Daemon implements Running {
        private final ProcessBuilder command;
        private Process process;

        Daemon(ProcessBuilder command) throws IOException {
            this.command = command;
            this.process = command.start();
        }

        @Override
        public void restart() throws IOException, InterruptedException {
            process.destroy();
            process.waitFor(ENDS_WITHIN, TimeUnit.SECONDS);
            process = command.start();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private final Running running;
    private final String url;

    private RealAlertmanager(Running running, String url) {
        this.running = running;
        this.url = url;
    }

    static RealAlertmanager start(Kind kind, Path dir, URI receiver) throws IOException, InterruptedException {
        String ours = Files.readString(Path.of("../deploy/alertmanager/alertmanager.yml"));
        Path config = Files.writeString(
                dir.resolve("alertmanager.yml"),
                CONFIG.formatted(receiver) + ours.substring(ours.indexOf("inhibit_rules:")));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        RealAlertmanager started =
                new RealAlertmanager(kind.run(config, dir.resolve("alertmanager"), port), "http://127.0.0.1:" + port);
        started.awaitReady();
        return started;
    }

    private void awaitReady() throws InterruptedException {
        LocalKafka.await("Alertmanager is ready", () -> get("/-/ready").startsWith("OK"));
    }

    String url() {
        return url;
    }

    /** Active alerts as JSON. */
    String active() {
        return get("/api/v2/alerts?active=true");
    }

    void restart() throws IOException, InterruptedException {
        running.restart();
        awaitReady();
    }

    private String get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .strip();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        running.close();
    }
}

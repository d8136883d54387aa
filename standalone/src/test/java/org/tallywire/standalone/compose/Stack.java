package org.tallywire.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The containers of docker-compose.yml with the sample world, under a project name and on ports of their own; gone when closed. */
final class Stack implements AutoCloseable {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final List<String> PORTS = List.of(
            "DASHBOARD_PORT",
            "KAFKA_PORT",
            "REGISTRY_PORT",
            "POSTGRES_PORT",
            "PROMETHEUS_PORT",
            "ALERTMANAGER_PORT",
            "SAMPLE_PORT");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment = new HashMap<>();
    private final Path log;

    /**
     * Builds the image from the jars that are there and waits until everything is healthy.
     *
     * @param name told apart from other stacks of this machine
     * @param profiles of docker-compose.yml, with commas between
     * @param dir for secrets and the log
     */
    Stack(String name, String profiles, Path dir) throws IOException {
        log = dir.resolve("compose.log");
        Files.writeString(Files.createDirectory(dir.resolve("secrets")).resolve("postgres_password"), "first\n");
        environment.put("COMPOSE_PROJECT_NAME", "tallywire-it-" + name);
        environment.put("COMPOSE_FILE", "docker-compose.yml:standalone/src/test/resources/prebuilt.yml");
        environment.put("COMPOSE_PROFILES", profiles);
        environment.put("SECRETS_FOLDER", dir.resolve("secrets").toString());
        environment.put("TALLYWIRE_IMAGE", "tallywire:it");
        environment.put("CONNECT_IMAGE", "tallywire-connect:it");
        environment.put("SAMPLE", "1");
        environment.put("ALERTMANAGER_URLS", "http://alertmanager:9093");
        environment.put("ALERT_TICK_SECONDS", "5");
        for (String port : PORTS) {
            environment.put(port, Integer.toString(freePort()));
        }
        sh("docker compose down -v --remove-orphans");
        sh("docker build -q -t tallywire-jars:it -f standalone/src/test/resources/jars.dockerfile standalone/target");
        sh("docker compose up --build --wait");
    }

    /** From now on these profiles are on, with commas between. */
    void profiles(String profiles) {
        environment.put("COMPOSE_PROFILES", profiles);
    }

    static boolean dockerIsThere() {
        try {
            Process process = new ProcessBuilder("docker", "compose", "version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            boolean compose = process.waitFor() == 0;
            return compose
                    && new ProcessBuilder("docker", "info")
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the commands print; they must succeed. */
    String sh(String commands) {
        Result result = tried(commands);
        assertEquals(0, result.status(), () -> commands + "\n" + result.output() + (result.status() == 0 ? "" : why()));
        return result.output();
    }

    /** Exit status and output of commands that may fail. */
    Result tried(String commands) {
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            Files.deleteIfExists(log);
            Process process = builder.redirectOutput(log.toFile()).start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroy();
                fail("15 minutes are over: " + commands + "\n" + Files.readString(log));
            }
            return new Result(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(commands, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + commands, e);
        }
    }

    /** Runs the first block of commands under a heading of docs/operations.md. */
    String documented(String heading) throws IOException {
        return sh(block(Files.readString(ROOT.resolve("docs/operations.md")), heading));
    }

    private static String block(String document, String heading) {
        StringBuilder commands = new StringBuilder();
        boolean under = false;
        for (String line : document.lines().toList()) {
            boolean command = line.startsWith("    ");
            if (under && !command && !commands.isEmpty()) {
                return commands.toString();
            }
            under = line.startsWith("#") ? line.replaceFirst("^#+ ", "").equals(heading) : under;
            if (under && command) {
                commands.append(line.strip()).append('\n');
            }
        }
        return commands.isEmpty() ? fail("docs/operations.md has no commands under " + heading) : commands.toString();
    }

    /** The number that a query gives. */
    long number(String sql) {
        return Long.parseLong(sh("docker compose exec -T postgres psql -U tallywire -Atc \"" + sql + "\" tallywire")
                .strip());
    }

    /** The answer of a published port. */
    String get(String port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.get(port) + path))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                fail(what + ": not within " + PATIENCE + why());
            }
            Thread.sleep(Duration.ofSeconds(3));
        }
    }

    private String why() {
        return "\n"
                + tried("docker compose ps -a; docker compose logs --no-log-prefix --tail 15")
                        .output();
    }

    @Override
    public void close() {
        tried("docker compose down -v --remove-orphans --timeout 5");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * How commands ended.
     *
     * @param status 0: well
     * @param output of both streams
     */
    record Result(int status, String output) {}
}

package org.tallywire.standalone.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.tallywire.standalone.sample.SampleServer;
import org.tallywire.standalone.sample.SampleWorld;
import org.tallywire.standalone.sample.SinceFirstLook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the sample world alone, for compose. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Serves the sample world over HTTP: three outlets, two court registers and a CSV, all invented.")
public final class SampleCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--host", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "Port (default: ${DEFAULT-VALUE}).")
    private int port = 8090;

    @Option(names = "--seed", description = "Another seed, another world (default: ${DEFAULT-VALUE}).")
    private long seed = 20_260_112;

    @Option(names = "--began", description = "When the world began to be watched, ISO 8601 (default: now).")
    private String began = "";

    @Override
    public void run() {
        SampleWorld world = new SampleWorld(seed, began.isEmpty() ? Instant.now() : Instant.parse(began));
        InstantSource clock = new SinceFirstLook(world.epoch(), InstantSource.system());
        try (SampleServer server = SampleServer.start(world, host, port, clock)) {
            spec.commandLine().getOut().println("sample world at " + server.address());
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

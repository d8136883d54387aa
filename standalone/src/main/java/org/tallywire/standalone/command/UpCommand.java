package org.tallywire.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tallywire.avro.Source;
import org.tallywire.ingest.sources.SourcesSync;
import org.tallywire.standalone.local.DataFolder;
import org.tallywire.standalone.local.LocalCluster;
import org.tallywire.standalone.local.LocalPipeline;
import org.tallywire.standalone.sample.SampleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything in this process until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs everything in one process: broker, registry, services, web page. Ctrl-C stops it; the next"
                + " start goes on where it was.")
public final class UpCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--sample", description = "Add the sample world and poll it in place of sources.yaml.")
    private boolean sample;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: data, or data/sample).")
    private String data = "";

    @Option(names = "--sources", paramLabel = "FILE", description = "What to poll (default: ${DEFAULT-VALUE}).")
    private Path sources = Path.of("sources.yaml");

    @Option(names = "--port", description = "Port of the web page (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--kafka-port", description = "Port of the broker (default: ${DEFAULT-VALUE}).")
    private int kafkaPort = 9092;

    @Option(names = "--registry-port", description = "Port of the schema registry (default: ${DEFAULT-VALUE}).")
    private int registryPort = 8081;

    @Option(names = "--sample-port", description = "Port of the sample world (default: ${DEFAULT-VALUE}).")
    private int samplePort = 8090;

    @Option(
            names = "--replay",
            paramLabel = "SERVICE",
            description = "First make enrich or aggregate read their inputs from the beginning once more.")
    private List<String> replayed = List.of();

    @Override
    public void run() {
        replayed.forEach(ReplayCommand::check);
        List<Source> catalogue = sample ? List.of() : SourcesCommand.read(sources);
        Path folder = Path.of(data.isEmpty() ? sample ? "data/sample" : "data" : data);
        try (DataFolder held = DataFolder.hold(folder)) {
            free("--port", port);
            free("--kafka-port", kafkaPort);
            free("--registry-port", registryPort);
            if (sample) {
                free("--sample-port", samplePort);
            }
            runIn(folder, catalogue);
        } catch (DataFolder.Unusable e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private void runIn(Path folder, List<Source> catalogue) {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopCleanly(stop, stopped), "ctrl-c"));
        try {
            up(catalogue, folder, stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private void up(List<Source> catalogue, Path folder, CountDownLatch stop) throws InterruptedException {
        Instant begin = Instant.now();
        try (LocalCluster cluster = LocalCluster.start(folder, kafkaPort, registryPort, this::say)) {
            for (String service : replayed) {
                say(ReplayCommand.replay(service, KafkaOptions.client(cluster.environment())));
            }
            poll(cluster, begin, catalogue, folder, stop);
        }
        say("stopped; data are in " + folder);
    }

    private void poll(LocalCluster cluster, Instant begin, List<Source> catalogue, Path folder, CountDownLatch stop)
            throws InterruptedException {
        try (SampleRun world = sample ? SampleRun.start(folder, samplePort, this::say) : SampleRun.none();
                LocalPipeline pipeline = LocalPipeline.start(cluster, folder, port, System.getenv(), this::say)) {
            SourcesSync.Report report =
                    SourcesCommand.apply(sample ? world.sources() : catalogue, cluster.environment());
            say(report.total() + " sources are polled, " + report.added() + " of them new");
            pipeline.awaitReady();
            say("ready after " + Duration.between(begin, Instant.now()).toSeconds() + " s; Ctrl-C stops");
            say("page: " + pipeline.page());
            while (!stop.await(500, TimeUnit.MILLISECONDS)) {
                if (!pipeline.dead().isEmpty()) {
                    throw new IllegalStateException(pipeline.dead());
                }
            }
            say("stopping");
        }
    }

    private static void stopCleanly(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void free(String option, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new BadInput("port " + port + " is taken; choose another with " + option);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("tallywire: " + line);
        out.flush();
    }
}

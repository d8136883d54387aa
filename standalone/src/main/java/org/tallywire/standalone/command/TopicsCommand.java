package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.time.Duration;
import org.tallywire.schemas.AsyncApi;
import org.tallywire.schemas.Topic;
import org.tallywire.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the topic catalogue. */
@Command(name = "topics", mixinStandardHelpOptions = true, description = "Prints the topic catalogue.")
public final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--asyncapi", description = "Print it as an AsyncAPI 3 document.")
    private boolean asyncApi;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (asyncApi) {
            out.print(AsyncApi.document());
            out.flush();
            return;
        }
        String format = "%-18s %-14s %-22s %-14s %10s %-8s %-10s %s%n";
        out.printf(format, "TOPIC", "VALUE", "KEY", "WRITER", "PARTITIONS", "CLEANUP", "RETENTION", "ABOUT");
        for (Topic<?> topic : Topics.all()) {
            out.printf(
                    format,
                    topic.name(),
                    topic.value().getSimpleName(),
                    topic.key(),
                    String.join(",", topic.writers()),
                    topic.partitions(),
                    topic.cleanup(),
                    topic.retentionMs() < 0
                            ? "for ever"
                            : Duration.ofMillis(topic.retentionMs()).toDays() + " days",
                    topic.about());
        }
        out.flush();
    }
}

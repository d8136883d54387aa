package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.tallywire.avro.Source;
import org.tallywire.ingest.page.PageJson;
import org.tallywire.ingest.page.PageReader;
import org.tallywire.ingest.read.Payload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the text and the facts of article pages. */
@Command(
        name = "body",
        mixinStandardHelpOptions = true,
        description =
                "Reads article pages and prints {\"source\",\"ok\",\"title\",\"published\",\"canonical\",\"lang\",\"text\"},"
                        + " one JSON line an input.")
public final class BodyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "- is standard input.")
    private List<String> inputs = List.of();

    @Mixin
    private ServedAs served = new ServedAs();

    @Option(names = "--zone", description = "Time zone of dates without one (default: ${DEFAULT-VALUE}).")
    private String zone = "UTC";

    @Override
    public void run() {
        PageReader reader = new PageReader();
        List<String> lines = inputs.stream()
                .map(input -> {
                    Payload payload = served.payload(input, Instant.now());
                    Source source = Source.newBuilder()
                            .setZone(zone)
                            .setUrl(payload.url())
                            .build();
                    return PageJson.line(input, reader.read(payload, source));
                })
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}

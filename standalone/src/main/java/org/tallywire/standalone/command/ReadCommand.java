package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Source;
import org.tallywire.avro.Stream;
import org.tallywire.ingest.courts.CourtReaders;
import org.tallywire.ingest.courts.CourtReadingJson;
import org.tallywire.ingest.feed.NewsReader;
import org.tallywire.ingest.feed.ReadingJson;
import org.tallywire.ingest.read.FeedItem;
import org.tallywire.ingest.read.Payload;
import org.tallywire.ingest.read.Reader;
import org.tallywire.ingest.read.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files or addresses as the ingest services would and prints what came out. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Reads feeds or court pages and prints one JSON line an input.")
public final class ReadCommand implements Runnable {
    private static final String NEWS = "rss";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "SOURCE-KIND", description = "rss, or a court kind: pacer, sudrf, csv, ...")
    private String kind = NEWS;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE|URL", description = "- is standard input.")
    private List<String> inputs = List.of();

    @Mixin
    private ServedAs served = new ServedAs();

    @Option(names = "--zone", description = "Time zone of dates without one (default: ${DEFAULT-VALUE}).")
    private String zone = "UTC";

    @Option(names = "--court", description = "Court id, for registers that do not name it in each record.")
    private String court = "";

    @Option(names = "--source", paramLabel = "ID", description = "Take the settings of this source from sources.yaml.")
    private String sourceId = "";

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "Setting of the reader kind, e.g. column.case=number.")
    private java.util.Map<String, String> options = new java.util.TreeMap<>();

    @Override
    public void run() {
        Function<String, String> line = reader();
        List<String> lines = inputs.stream().map(line).toList();
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }

    private Function<String, String> reader() {
        if (kind.equals(NEWS)) {
            Reader<FeedItem> reader = new NewsReader();
            return input -> ReadingJson.line(input, read(reader, input));
        }
        Reader<CourtRecord> reader = CourtReaders.of(kind)
                .orElseThrow(() -> new BadInput(kind, "no reader of that kind; there are " + kinds()));
        return input -> CourtReadingJson.line(input, read(reader, input));
    }

    private <T> Reading<T> read(Reader<T> reader, String input) {
        Payload payload = served.payload(input, Instant.now());
        return reader.read(payload, source(payload.url()));
    }

    private Source source(String url) {
        if (!sourceId.isEmpty()) {
            return SourcesCommand.read(java.nio.file.Path.of("sources.yaml")).stream()
                    .filter(s -> s.getId().equals(sourceId))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("sources.yaml", "holds no source " + sourceId));
        }
        return Source.newBuilder()
                .setId(kind)
                .setStream(kind.equals(NEWS) ? Stream.NEWS : Stream.COURTS)
                .setKind(kind)
                .setUrl(url)
                .setZone(zone)
                .setCourt(court)
                .setOptions(options)
                .build();
    }

    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(CourtReaders.kinds());
        kinds.add(NEWS);
        return kinds;
    }
}

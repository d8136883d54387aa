package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tallywire.avro.Source;
import org.tallywire.ingest.courts.CourtReaders;
import org.tallywire.ingest.sources.SourcesFile;
import org.tallywire.ingest.sources.SourcesSync;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.standalone.sample.SampleSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks sources.yaml, or brings a running system in line with it. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "Checks sources.yaml, or brings a running system in line with it.")
public final class SourcesCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "check", mixinStandardHelpOptions = true, description = "Checks the file and lists what it holds.")
    int check(@Parameters(paramLabel = "FILE", defaultValue = "sources.yaml") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        List<Source> sources = read(file);
        sources.forEach(s -> out.printf("%-28s %-12s %s%n", s.getId(), s.getKind(), s.getUrl()));
        out.println(sources.size() + " sources, no error");
        out.flush();
        return 0;
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Writes new and changed sources to [sources], withdraws those that are not in the file.")
    int apply(
            @Parameters(paramLabel = "FILE", defaultValue = "sources.yaml") Path file,
            @Option(
                            names = "--sample",
                            paramLabel = "URL",
                            description = "Poll the sample world at URL in place of a file.")
                    String sample,
            @Mixin KafkaOptions kafka) {
        PrintWriter out = spec.commandLine().getOut();
        List<Source> sources = sample == null ? read(file) : SampleSources.at(sample);
        SourcesSync.Report report = apply(sources, kafka.environment());
        out.printf(
                "%d sources: %d new, %d changed, %d as they were; %d removed%n",
                report.total(), report.added(), report.changed(), report.same(), report.removed());
        out.flush();
        return 0;
    }

    /** The sources of a file; every error is told with its line. */
    static List<Source> read(Path file) {
        SourcesFile.Read read = SourcesFile.read(Inputs.text(file.toString()), kinds());
        if (!read.problems().isEmpty()) {
            throw new BadInput(file.toString(), String.join("; ", read.problems()));
        }
        return read.sources();
    }

    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(CourtReaders.kinds());
        kinds.add("rss");
        return kinds;
    }

    /** Brings [sources] in line; returns what was done. */
    public static SourcesSync.Report apply(List<Source> sources, Environment env) {
        return SourcesSync.sync(KafkaOptions.client(env), Registry.of(env.text("REGISTRY_URL", "")), sources);
    }
}

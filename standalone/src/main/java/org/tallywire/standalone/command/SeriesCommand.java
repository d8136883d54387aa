package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.tallywire.aggregate.Refill;
import org.tallywire.aggregate.series.Series;
import org.tallywire.aggregate.series.SeriesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks series.yaml, or fills new series from history. */
@Command(
        name = "series",
        mixinStandardHelpOptions = true,
        description = "Checks series.yaml, or fills new series from history.")
public final class SeriesCommand {
    private static final String SERVICE = "aggregate";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks the file and lists what it declares.")
    int check(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            description = "Default: the one that comes with the program.")
                    Path file) {
        PrintWriter out = spec.commandLine().getOut();
        List<Series> series = read(file);
        series.forEach(one -> out.printf("%-20s %-8s %s%n", one.name(), one.kind(), one.title()));
        out.println(series.size() + " families of series, no error");
        out.flush();
        return 0;
    }

    private static List<Series> read(Path file) {
        try {
            return file == null ? SeriesFile.bundled() : SeriesFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new BadInput("series", String.valueOf(e.getMessage()));
        }
    }

    @Command(
            name = "backfill",
            mixinStandardHelpOptions = true,
            description =
                    "Lets aggregate, which must be stopped, read [entities] from the beginning at its next start: new"
                            + " series get their history, the others stay as they are.")
    int backfill(@Mixin KafkaOptions kafka) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = Admin.create(KafkaOptions.client(kafka.environment()))) {
            out.printf("%s will read %d records again when it starts%n", SERVICE, Refill.run(admin, SERVICE));
            out.flush();
            return 0;
        } catch (ExecutionException e) {
            throw new BadInput(SERVICE, "stop it first, then try again: " + e.getCause());
        }
    }
}

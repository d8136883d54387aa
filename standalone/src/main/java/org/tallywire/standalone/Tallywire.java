package org.tallywire.standalone;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import org.tallywire.schemas.RegistryException;
import org.tallywire.standalone.command.AccessCommand;
import org.tallywire.standalone.command.BacktestCommand;
import org.tallywire.standalone.command.BadInput;
import org.tallywire.standalone.command.BodyCommand;
import org.tallywire.standalone.command.ExportCommand;
import org.tallywire.standalone.command.ExtractCommand;
import org.tallywire.standalone.command.FailuresCommand;
import org.tallywire.standalone.command.InitCommand;
import org.tallywire.standalone.command.ReadCommand;
import org.tallywire.standalone.command.ReplayCommand;
import org.tallywire.standalone.command.ResetCommand;
import org.tallywire.standalone.command.RunCommand;
import org.tallywire.standalone.command.SampleCommand;
import org.tallywire.standalone.command.SeriesCommand;
import org.tallywire.standalone.command.SourcesCommand;
import org.tallywire.standalone.command.TailCommand;
import org.tallywire.standalone.command.TopicsCommand;
import org.tallywire.standalone.command.UpCommand;
import org.tallywire.standalone.command.WebhooksCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command {@code tallywire}. Exit code 0: done; 1: an unexpected error or a broker or registry that does not answer; 2: bad input, said in one line. */
@Command(
        name = "tallywire",
        mixinStandardHelpOptions = true,
        version = "tallywire 0.1.0",
        description = "Watches news feeds and court registers and keeps tallies that lead back to a quote or a record.",
        subcommands = {
            UpCommand.class,
            ReadCommand.class,
            BodyCommand.class,
            ExtractCommand.class,
            BacktestCommand.class,
            TailCommand.class,
            TopicsCommand.class,
            ExportCommand.class,
            SourcesCommand.class,
            FailuresCommand.class,
            ReplayCommand.class,
            ResetCommand.class,
            SeriesCommand.class,
            WebhooksCommand.class,
            InitCommand.class,
            AccessCommand.class,
            RunCommand.class,
            SampleCommand.class
        })
public final class Tallywire implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs one command and gives its exit code. */
    public static int execute(String... args) {
        return new CommandLine(new Tallywire())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Tallywire::tell)
                .execute(args);
    }

    private static int tell(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (e instanceof BadInput) {
            command.getErr().println("tallywire " + command.getCommandName() + ": " + e.getMessage());
            return 2;
        }
        if (e instanceof KafkaException || e instanceof RegistryException) {
            command.getErr().println("tallywire " + command.getCommandName() + ": " + e.getMessage());
            return 1;
        }
        throw e;
    }
}

package org.tallywire.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.tallywire.aggregate.spike.Backtest;
import org.tallywire.aggregate.spike.OpenDays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges each row of a series with only what stands before it. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Runs spike rules over CSV files with columns date,count or series,date,count; prints"
                + " series,date,count,expected,upper,p,alert.")
public final class BacktestCommand implements Runnable {
    /** Length of a bucket. */
    enum Grain {
        DAY,
        WEEK
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERIES.csv", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--grain", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Grain grain = Grain.DAY;

    @Option(names = "--rule", paramLabel = "NAME", description = "One rule in place of ours; a wrong name lists them.")
    private String rule = "";

    @Option(names = "--compare", description = "Print a table of all rules in place of the rows.")
    private boolean compare;

    @Option(names = "--alpha", description = "Largest p with which our rule alerts (default: ${DEFAULT-VALUE}).")
    private double alpha = 0.001;

    @Option(names = "--absent-is-missing", description = "Dates left out are unseen rather than 0.")
    private boolean absentIsMissing;

    @Override
    public void run() {
        Backtest.Options usual = Backtest.Options.of(grain == Grain.WEEK);
        Backtest.Options options = new Backtest.Options(
                usual.weekly(), rule.isEmpty() ? usual.rule() : rule, compare, alpha, OpenDays.ALWAYS, absentIsMissing);
        StringBuilder out = new StringBuilder();
        try {
            Backtest.Summary summary = Backtest.run(options, files, out);
            spec.commandLine().getOut().print(out);
            spec.commandLine().getOut().flush();
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d series, %d rows, %d alerts; %d dates left out inside the series%n",
                            summary.series(), summary.rows(), summary.alerts(), summary.absent());
        } catch (org.tallywire.aggregate.spike.BadInput e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.tallywire.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallywire.aggregate.spike.Backtest;
import org.tallywire.aggregate.spike.OpenDays;
import org.tallywire.aggregate.spike.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges each row of a series with only what stands before it. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Judges each row of CSV files with only what stands before it.",
            "Input: columns date,count or series,date,count, with or without a header; comma, semicolon or tab. Dates like"
                    + " 2025-03-31 in ascending order, counts whole numbers; NA, x or nothing: nobody could look. Dates"
                    + " left out inside a series count 0.",
            "Output: series,date,count,expected,upper,p,alert for each row. expected is the mean, upper the 95 %% quantile,"
                    + " p the probability of so many or more in this and the last few buckets. After the rows, on standard"
                    + " error, a table of all rules, unless --rule names one or there are more than 20,000 rows."
        })
public final class BacktestCommand implements Runnable {
    /** Farrington's rules take milliseconds a row. */
    private static final int MOST_ROWS_COMPARED = 20_000;

    /** Length of a bucket. */
    enum Grain {
        DAY,
        WEEK
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERIES.csv", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--grain", description = "day or week (default: week if all dates are whole weeks apart).")
    private @Nullable Grain grain;

    @Option(names = "--rule", paramLabel = "NAME", description = "One rule in place of ours; a wrong name lists them.")
    private String rule = "";

    @Option(names = "--compare", description = "Print only the table of all rules, however many rows there are.")
    private boolean compare;

    @Option(names = "--alpha", description = "Largest p with which our rule alerts (default: ${DEFAULT-VALUE}).")
    private double alpha = 0.001;

    @Option(names = "--absent-is-missing", description = "Dates left out are unseen rather than 0.")
    private boolean absentIsMissing;

    @Override
    public void run() {
        try {
            boolean weekly = grain == null ? Backtest.weekly(files) : grain == Grain.WEEK;
            Backtest.Options options = new Backtest.Options(
                    weekly, rule.isEmpty() ? Rules.OURS : rule, compare, alpha, OpenDays.ALWAYS, absentIsMissing);
            Backtest.Summary summary = print(options, spec.commandLine().getOut());
            PrintWriter err = spec.commandLine().getErr();
            if (rule.isEmpty() && !compare && summary.rows() <= MOST_ROWS_COMPARED) {
                print(options.compared(), err);
            }
            err.printf(
                    "%d series, %d rows by %s, %d alerts; %d dates left out inside the series%n",
                    summary.series(), summary.rows(), weekly ? "week" : "day", summary.alerts(), summary.absent());
        } catch (org.tallywire.aggregate.spike.BadInput e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Backtest.Summary print(Backtest.Options options, PrintWriter to)
            throws org.tallywire.aggregate.spike.BadInput, IOException {
        StringBuilder out = new StringBuilder();
        Backtest.Summary summary = Backtest.run(options, files, out);
        to.print(out);
        to.flush();
        return summary;
    }
}

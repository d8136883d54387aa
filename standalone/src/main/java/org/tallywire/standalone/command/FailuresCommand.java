package org.tallywire.standalone.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.tallywire.avro.Failure;
import org.tallywire.schemas.AvroJson;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Registry;
import org.tallywire.standalone.operate.Resubmission;
import org.tallywire.standalone.operate.Resubmission.Fate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what was set aside, and submits it again once the reason is mended. */
@Command(
        name = "failures",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|resubmit",
        description = "Shows what was set aside in [failures], and submits it again once the reason is mended.")
public final class FailuresCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Which failures are meant; without an option, all. */
    static final class Chosen {
        @Option(names = "--service", paramLabel = "NAME", description = "Only those of this service.")
        private String service = "";

        @Option(names = "--stage", paramLabel = "WORD", description = "Only those of this stage, e.g. deserialize.")
        private String stage = "";

        @Option(names = "--reason", paramLabel = "WORD", description = "Only those of this reason, e.g. UNREADABLE.")
        private String reason = "";

        @Option(names = "--source", paramLabel = "ID", description = "Only those of this source.")
        private String source = "";

        Predicate<Failure> test() {
            return f -> fits(service, f.getService())
                    && fits(stage, f.getStage())
                    && fits(reason, f.getReason())
                    && fits(source, f.getSource());
        }

        private static boolean fits(String wanted, String found) {
            return wanted.isEmpty() || wanted.equals(found);
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Prints failures as JSON lines, oldest first; how many there are goes to stderr.")
    int list(@Mixin Chosen chosen, @Mixin KafkaOptions kafka) {
        PrintWriter out = spec.commandLine().getOut();
        List<Failure> failures = resubmission(kafka).failures(chosen.test());
        failures.forEach(failure -> out.println(AvroJson.write(failure)));
        out.flush();
        spec.commandLine().getErr().println(failures.size() + " failures");
        return 0;
    }

    @Command(
            name = "resubmit",
            mixinStandardHelpOptions = true,
            description =
                    "Puts records that were set aside back into their topics, where they can be read now and nothing"
                            + " newer of their key stands there. A second run does nothing.")
    int resubmit(
            @Mixin Chosen chosen,
            @Option(names = "--dry-run", description = "Only say what would be done.") boolean dry,
            @Mixin KafkaOptions kafka) {
        PrintWriter out = spec.commandLine().getOut();
        Resubmission resubmission = resubmission(kafka);
        Map<Fate, List<Failure>> fates = resubmission.run(resubmission.failures(chosen.test()), dry);
        tell(out, fates, Fate.RESUBMITTED, dry ? "would be submitted again" : "submitted again");
        tell(out, fates, Fate.SUPERSEDED, "left out: something newer stands in the topic");
        tell(out, fates, Fate.STILL_UNREADABLE, "left out: still not readable");
        tell(out, fates, Fate.NO_RECORD, "left out: no record of a topic; ingest polls the source again by itself");
        out.flush();
        return 0;
    }

    private static void tell(PrintWriter out, Map<Fate, List<Failure>> fates, Fate fate, String words) {
        List<Failure> failures = fates.getOrDefault(fate, List.of());
        if (!failures.isEmpty() || fate == Fate.RESUBMITTED) {
            out.println(failures.size() + " " + words);
        }
    }

    private static Resubmission resubmission(KafkaOptions kafka) {
        Environment env = kafka.environment();
        Properties client = KafkaOptions.client(env);
        return new Resubmission(client, Registry.of(env.text("REGISTRY_URL", "")));
    }
}

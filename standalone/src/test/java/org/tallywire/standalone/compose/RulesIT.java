package org.tallywire.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of profile monitoring, run by Prometheus' own tool over series that are written for them. */
class RulesIT {
    @Test
    void everyRuleFiresWhenItMustAndIsSilentOtherwise() throws Exception {
        assumeTrue(Stack.dockerIsThere(), "skipped: there is no Docker with Compose");
        String folder = Stack.ROOT.resolve("deploy/prometheus").toString();
        Process process = new ProcessBuilder(List.of(
                        "docker",
                        "run",
                        "--rm",
                        "--entrypoint",
                        "promtool",
                        "-v",
                        folder + ":/rules:ro",
                        "prom/prometheus:v2.53.3",
                        "test",
                        "rules",
                        "/rules/rules.test.yml"))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    @Test
    void noRuleIsWithoutATest() throws Exception {
        String tests = Files.readString(Stack.ROOT.resolve("deploy/prometheus/rules.test.yml"));
        Pattern.compile("- alert: (\\w+)")
                .matcher(Files.readString(Stack.ROOT.resolve("deploy/prometheus/rules.yml")))
                .results()
                .map(found -> found.group(1))
                .forEach(rule -> assertTrue(tests.contains("alertname: " + rule + ","), rule));
    }
}

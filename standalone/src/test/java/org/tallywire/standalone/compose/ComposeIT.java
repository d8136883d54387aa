package org.tallywire.standalone.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml as an operator runs it, and the commands of docs/operations.md as they stand there. */
class ComposeIT {
    /** Day cells that are not the sum of their contributions: a record lost or counted twice shows here. */
    private static final String WRONG = "select count(*) from day_cells d full join (select series, day, sum(count) s"
            + " from contributions group by 1, 2) c using (series, day) where coalesce(d.count, 0) <> coalesce(c.s, 0)";

    @TempDir
    Path dir;

    @BeforeEach
    void dockerIsThere() {
        assumeTrue(Stack.dockerIsThere(), "skipped: there is no Docker with Compose");
    }

    @Test
    void fillsEveryTargetAndGoesOnBehindPasswords() throws Exception {
        try (Stack stack = new Stack("sample", "monitoring,connect", dir)) {
            everythingArrives(stack);
            stack.documented("A second instance of a service");
            long documents = documents(stack);
            stack.profiles("secure,monitoring,connect");
            stack.documented("Make a running installation secure");
            assertTrue(documents(stack) >= documents);
            refusesOthers(stack);
            goesOn(stack);
        }
    }

    @Test
    void goesOnAfterEveryOtherOperation() throws Exception {
        assumeTrue(System.getenv("COMPOSE_IT") != null, "skipped: takes a quarter of an hour; COMPOSE_IT=1 runs it");
        try (Stack stack = new Stack("operated", "secure,monitoring,connect", dir)) {
            everythingArrives(stack);
            stack.documented("Upgrade");
            stack.documented("Change the database password");
            assertNotEquals("first\n", Files.readString(dir.resolve("secrets/postgres_password")));
            stack.documented("Back up");
            stack.documented("Restore");
            String key = key(stack);
            stack.documented("Rotate the keys of profile secure");
            refuses(stack, withKey(key), "SSL handshake failed");
            goesOn(stack);
        }
    }

    private void refusesOthers(Stack stack) throws IOException {
        String dashboard = "docker compose run --rm -T --no-deps dashboard ";
        refuses(stack, dashboard + "tail court.records --from-beginning", "Not authorized");
        refuses(stack, dashboard + "sources apply", "Not authorized");
        String key = key(stack);
        refuses(stack, withKey(key.replaceAll("password=\"[^\"]*\"", "password=\"guessed\"")), "Authentication failed");
        assertEquals(0, stack.tried(withKey(key)).status(), "the right password is let in");
    }

    private static String key(Stack stack) {
        return stack.sh("docker compose run --rm -T --no-deps --entrypoint cat deliver /run/keys/client.properties");
    }

    private void everythingArrives(Stack stack) throws InterruptedException {
        stack.await("rows in PostgreSQL", () -> stack.number("select count(*) from day_cells") > 0);
        stack.await("every target is up", () -> {
            String targets = stack.get("PROMETHEUS_PORT", "/api/v1/targets?state=active");
            return targets.split("\"health\":\"up\"", -1).length == 8 && !targets.contains("\"health\":\"down\"");
        });
        stack.await(
                "a spike fires in Alertmanager",
                () -> stack.get("ALERTMANAGER_PORT", "/api/v2/alerts?active=true")
                        .contains("\"series\":\""));
        stack.await("Kafka Connect fills its table", () -> stack.number("select count(*) from connect_tallies") > 0);
    }

    /** Everything again from the volumes: what was counted stays, nothing twice. */
    private static void goesOn(Stack stack) throws InterruptedException {
        long documents = documents(stack);
        stack.sh("docker compose down");
        stack.sh("docker compose up --wait");
        assertTrue(documents(stack) >= documents);
        stack.await("no day cell differs from its contributions", () -> stack.number(WRONG) == 0);
    }

    private static long documents(Stack stack) {
        return stack.number("select count(distinct key) from contributions");
    }

    private static void refuses(Stack stack, String command, String reason) {
        Stack.Result result = stack.tried(command);
        assertNotEquals(0, result.status(), command);
        assertTrue(result.output().contains(reason), result::output);
    }

    private String withKey(String key) throws IOException {
        Path file = Files.writeString(dir.resolve("client.properties"), key);
        return "docker compose run --rm -T --no-deps -v " + file
                + ":/tmp/client.properties:ro -e CLIENT_CONFIG=/tmp/client.properties init tail alerts --from-beginning";
    }
}

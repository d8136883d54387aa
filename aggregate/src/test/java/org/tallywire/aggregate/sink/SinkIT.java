package org.tallywire.aggregate.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Carrier;
import org.tallywire.avro.Claim;
import org.tallywire.avro.ClaimStatus;
import org.tallywire.avro.Contribution;
import org.tallywire.avro.Contributions;
import org.tallywire.avro.DayCell;
import org.tallywire.avro.Evidence;
import org.tallywire.avro.Mode;
import org.tallywire.avro.OwnCount;
import org.tallywire.avro.Tally;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.schemas.local.ChildJvm;
import org.tallywire.schemas.local.LocalKafka;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** The sink with a real broker and a real PostgreSQL. */
class SinkIT {
    private static final int CELLS = 100_000;
    private static final String A337 = "court.filed{statute=ru/uk/a337}";
    private static final String OFFSETS =
            "select coalesce(sum(next_offset), 0) from sink_offsets where topic = 'tallies.daily'";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    /** Killed twice in the middle, without a chance to say goodbye; then the rest. */
    @Test
    void aKilledSinkLosesAndDoublesNothing(@TempDir Path dir) throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: there is no Docker");
        try (GenericContainer<?> postgres = postgres();
                LocalKafka kafka = new LocalKafka(dir)) {
            postgres.start();
            String url = url(postgres);
            fill(kafka);
            for (int kill = 1; kill <= 2; kill++) {
                long before = Math.max(0, number(url, "select count(*) from day_cells"));
                Process sink = process(kafka, url, dir.resolve("sink-" + kill + ".log"));
                LocalKafka.await("the sink writes", () -> number(url, "select count(*) from day_cells") > before);
                sink.destroyForcibly().waitFor();
            }
            try (Service sink = Sink.start(kafka.environment(settings(url)))) {
                LocalKafka.await("all is read", () -> number(url, OFFSETS) == CELLS + 1);
                assertEquals("", sink.alive());
            }
            assertEquals(CELLS + 1, number(url, "select count(*) from day_cells"));
            assertEquals(
                    CELLS * (CELLS - 1L) / 2 + 5,
                    number(url, "select sum(count) from day_cells"),
                    "each with its count");
        }
    }

    /** What a person or another release did to the database is said by name and stops the service. */
    @Test
    void aDatabaseThatIsNotOursIsRefused(@TempDir Path dir) throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: there is no Docker");
        try (GenericContainer<?> postgres = postgres();
                LocalKafka kafka = new LocalKafka(dir)) {
            postgres.start();
            String url = url(postgres);
            try (Service sink = Sink.start(kafka.environment(settings(url)))) {
                LocalKafka.await("sink is ready", () -> sink.ready().isEmpty());
            }
            String sum = "update migrations set checksum = %s where file = 'V1__tables.sql'";
            execute(url, sum.formatted("'0'"));
            refused(kafka, url, "V1__tables.sql was changed");
            execute(url, sum.formatted("null"));
            execute(url, "insert into migrations (file) values ('V99__later.sql')");
            refused(kafka, url, "newer release: V99__later.sql");
            execute(url, "delete from migrations where file = 'V99__later.sql'");
            execute(url, "alter table tallies rename column previous to before");
            refused(kafka, url, "table tallies was altered");
        }
    }

    private static void refused(LocalKafka kafka, String url, String words) throws Exception {
        try (Service sink = Sink.start(kafka.environment(settings(url)))) {
            assertFalse(sink.await(), "it stops");
            assertTrue(sink.alive().contains(words), sink.alive());
        }
    }

    private static GenericContainer<?> postgres() {
        return new GenericContainer<>("postgres:17")
                .withEnv("POSTGRES_USER", "tallywire")
                .withEnv("POSTGRES_PASSWORD", "test")
                .withExposedPorts(5432);
    }

    private static String url(GenericContainer<?> postgres) {
        return "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/tallywire";
    }

    private static Map<String, String> settings(String url) {
        return Map.of("POSTGRES_URL", url, "POSTGRES_PASSWORD", "test");
    }

    private static Process process(LocalKafka kafka, String url, Path log) throws Exception {
        Map<String, String> environment = kafka.variables(settings(url));
        environment.put("SINK_BATCH", "500");
        return ChildJvm.of(SinkProcess.class, environment, log).start();
    }

    @Test
    void rowsAreExactAfterTombstonesRestartsAndReplays(@TempDir Path dir) throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: there is no Docker");
        try (GenericContainer<?> postgres = postgres();
                LocalKafka kafka = new LocalKafka(dir)) {
            postgres.start();
            String url = url(postgres);
            Map<String, String> settings = settings(url);
            fill(kafka);
            long begin;
            try (Service sink = Sink.start(kafka.environment(settings))) {
                LocalKafka.await("sink is ready", () -> sink.ready().isEmpty());
                begin = System.nanoTime();
                LocalKafka.await(
                        "all cells are rows", () -> number(url, "select count(*) from day_cells") == CELLS + 1);
                double seconds = (System.nanoTime() - begin) / 1e9;
                LoggerFactory.getLogger(SinkIT.class).info("{} rows/s", Math.round(CELLS / seconds));
            }
            assertEquals(CELLS + 1, number(url, "select count(*) from day_cells"));
            assertEquals(3, number(url, "select change from top_movers limit 1"));
            assertEquals(2, number(url, "select count(*) from carriers"));
            assertEquals(2, number(url, "select count(*) from claim_carriers where claimed = 4000"));
            assertEquals(1, number(url, "select adds from cell_documents where document = 'c1'"));
            assertEquals(
                    CELLS,
                    number(url, "select count(*) from cells_in_doubt"),
                    "all but the one that counts nothing: they have no documents");
            assertEquals(100, number(url, "select own_ratio from claims_beside_courts"));
            assertEquals(
                    1, number(url, "select count(*) from claims where scope[2] = E'with \"quotes\", \\\\ and\\ttabs'"));
            assertEquals(1, number(url, "select count(*) from why_changed where url = 'https://court.example/c1'"));
            assertEquals(
                    1, number(url, "select count(*) from alerts where state = 'UNKNOWN' and message = 'with a 0'"));
            kafka.put(Topics.CLAIMS, "claim:1", null);
            kafka.put(Topics.CONTRIBUTIONS, "c1", null);
            kafka.flush();
            try (Service sink = Sink.start(kafka.environment(settings))) {
                LocalKafka.await(
                        "tombstones delete",
                        () -> number(url, "select count(*) from claims") == 0
                                && number(url, "select count(*) from contributions") == 0);
                assertEquals(0, number(url, "select count(*) from carriers"));
                assertEquals("", sink.alive());
            }
            execute(url, "delete from sink_offsets");
            try (Service sink = Sink.start(kafka.environment(settings))) {
                LocalKafka.await(
                        "a replay ends where it was",
                        () -> number(
                                        url,
                                        "select coalesce(sum(next_offset), 0) from sink_offsets where topic = 'tallies.daily'")
                                == CELLS + 1);
                assertEquals(CELLS + 1, number(url, "select count(*) from day_cells"));
                assertEquals("", sink.alive());
            }
        }
    }

    private static void fill(LocalKafka kafka) {
        for (int i = 0; i < CELLS; i++) {
            String series = "court.filed{court=c" + i % 300 + "}";
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(i / 300);
            kafka.put(Topics.DAY_CELLS, series + "|" + day, cell(series, day, i));
        }
        kafka.put(Topics.DAY_CELLS, A337 + "|" + DAY, cell(A337, DAY, 5));
        kafka.put(
                Topics.CONTRIBUTIONS,
                "c1",
                Contributions.newBuilder()
                        .setDocumentId("c1")
                        .setEvidence(new Evidence("c1", "https://court.example/c1", ""))
                        .setItems(
                                List.of(new Contribution(A337, "court.filed", Map.of(), DAY, 1L, Mode.LIVE, List.of())))
                        .build());
        kafka.put(
                Topics.TALLIES,
                A337 + "|7d",
                Tally.newBuilder()
                        .setSeries(A337)
                        .setDays(7)
                        .setCount(5)
                        .setPrevious(2L)
                        .build());
        kafka.put(
                Topics.CLAIMS,
                "claim:1",
                Claim.newBuilder()
                        .setId("claim:1")
                        .setStatus(ClaimStatus.CURRENT)
                        .setValue(4000.0)
                        .setScope(List.of("ru/uk/a337", "with \"quotes\", \\ and\ttabs"))
                        .setCarriers(List.of(carrier("n1"), carrier("n2")))
                        .setOwn(OwnCount.newBuilder()
                                .setCount(40L)
                                .setRatio(100.0)
                                .build())
                        .build());
        kafka.put(
                Topics.ALERTS,
                "a",
                Alert.newBuilder().setMessage("with a \0" + "0").build());
        kafka.flush();
    }

    private static DayCell cell(String series, LocalDate day, int count) {
        return DayCell.newBuilder()
                .setSeries(series)
                .setName("court.filed")
                .setDay(day)
                .setCount(count)
                .setLastDocument("c1")
                .setLastChange(Instant.parse("2026-03-10T10:00:00Z"))
                .setEvidence(List.of(new Evidence("c1", "https://court.example/c1", "")))
                .build();
    }

    private static Carrier carrier(String document) {
        return Carrier.newBuilder()
                .setDocumentId(document)
                .setQuote("\"4,000\"")
                .build();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection(url, "tallywire", "test");
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number that a query gives; -1 while the database has no such table yet. */
    private static long number(String url, String sql) {
        try (Connection database = DriverManager.getConnection(url, "tallywire", "test");
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getLong(1) : -1;
        } catch (SQLException notYet) {
            return -1;
        }
    }
}

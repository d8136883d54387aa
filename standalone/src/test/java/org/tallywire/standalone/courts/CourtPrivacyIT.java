package org.tallywire.standalone.courts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.HealthState;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;
import org.tallywire.schemas.Topics;
import org.tallywire.standalone.TopicReader;
import org.tallywire.standalone.command.SourcesCommand;
import org.tallywire.standalone.local.LocalCluster;
import org.tallywire.standalone.local.ServiceKind;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * 200 invented names stand in the pages of every court reader and go through broker, services and database. None of them may
 * be found anywhere afterwards, where the id of a case that stood beside them is found.
 */
class CourtPrivacyIT {
    private static final Logger LOG = LoggerFactory.getLogger(CourtPrivacyIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    /** Id of a case whose row held names: what must be found. */
    private static final String CASE = "court:ru-sudrf:99GV0004:1540006/910001";

    private static final Map<String, HealthState> JUDGED = Map.of(
            "sudrf-page-captcha", HealthState.CAPTCHA,
            "sudrf-page-blocked", HealthState.BLOCKED,
            "sudrf-page-module-off", HealthState.MODULE_OFF,
            "sudrf-page-down", HealthState.DOWN,
            "sudrf-page-session", HealthState.CAPTCHA,
            "sudrf-page-bad-query", HealthState.BAD_QUERY,
            "sudrf-page-empty", HealthState.SUSPECT,
            "sudrf-list-a-counter-mismatch", HealthState.PARTIAL);
    private static final List<String> LISTS = List.of("sudrf-list-a-criminal", "sudrf-list-b-criminal");

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'";

    private final Map<String, Set<String>> found = new TreeMap<>();
    private final Set<String> control = new TreeSet<>();
    private final List<Service> services = new ArrayList<>();
    private final StringWriter log = new StringWriter();

    @Test
    void noNameOfAPartyIsKeptAnywhere(@TempDir Path data) throws Exception {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        captureLogs();
        try (PlantedCourts courts = new PlantedCourts();
                GenericContainer<?> postgres = docker ? postgres() : null;
                LocalCluster cluster = LocalCluster.start(data, 0, 0, line -> {})) {
            NameSearch names = new NameSearch(courts.names());
            assertEquals(200, courts.names().size());
            String database = postgres == null ? "" : url(postgres);
            start(cluster, data, database);
            SourcesCommand.apply(courts.sources(), cluster.environment());
            await("every name is sent", () -> courts.sent().containsAll(courts.names()));
            await(
                    "the case is counted",
                    () -> topics(cluster, names).stream().anyMatch(p -> p.contains("contributions")));
            pagesAreJudged(new TopicReader(
                    cluster.broker().bootstrap(), cluster.registry().address()));
            for (Service service : services) {
                look("metrics of " + service.name(), Everything.ofPage(service.address() + "/metrics"), names);
                assertEquals("", service.alive());
            }
            if (postgres == null) {
                LOG.warn("skipped: the tables of the database, there is no Docker");
            } else {
                await("the database has it", () -> tables(database, names).contains("table contributions"));
            }
            services.forEach(Service::close);
            topics(cluster, names);
            Everything.ofFolder(data.resolve("state"), (place, bytes) -> look(place, bytes, names));
            Everything.ofFolder(data.resolve("kafka"), (place, bytes) -> look(place, bytes, names));
            look("log", log.toString().getBytes(StandardCharsets.UTF_8), names);
            assertTrue(log.toString().contains("ingest-courts"), "the log is seen");
        } finally {
            services.forEach(Service::close);
        }
        assertEquals(Map.of(), found);
        for (String place :
                List.of("topic court.records", "topic entities", "topic contributions", "-changelog", "store ")) {
            assertTrue(control.stream().anyMatch(p -> p.contains(place)), () -> place + " in " + control);
        }
    }

    /** Lists of both generations give records, pages that are none give a word in [source.health] and no record. */
    private static void pagesAreJudged(TopicReader topics) throws Exception {
        await("the pages are judged", () -> health(topics).keySet().containsAll(JUDGED.keySet()));
        Map<String, HealthState> health = health(topics);
        JUDGED.forEach((source, state) -> assertEquals(state, health.get(source), source));
        Set<String> read = topics.latest(Topics.COURT_RECORDS).values().stream()
                .map(CourtRecord::getSourceId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(read.containsAll(LISTS), () -> "records of " + read);
        assertEquals(
                List.of(),
                read.stream().filter(id -> id.startsWith("sudrf-page-")).toList());
    }

    /** States of sources that were polled. */
    private static Map<String, HealthState> health(TopicReader topics) {
        Map<String, HealthState> states = new TreeMap<>();
        topics.latest(Topics.SOURCE_HEALTH).forEach((id, health) -> {
            if (health.getLastAttempt() != null) {
                states.put(id, health.getState());
            }
        });
        return states;
    }

    private void start(LocalCluster cluster, Path data, String database) throws Exception {
        List<ServiceKind> kinds = new ArrayList<>(
                List.of(ServiceKind.INGEST_COURTS, ServiceKind.ENRICH, ServiceKind.AGGREGATE, ServiceKind.DASHBOARD));
        if (!database.isEmpty()) {
            kinds.add(ServiceKind.SINK);
        }
        for (ServiceKind kind : kinds) {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "KAFKA_BOOTSTRAP", cluster.broker().bootstrap(),
                    "REGISTRY_URL", cluster.registry().address(),
                    "STATE_DIR", data.resolve("state").resolve(kind.label()).toString(),
                    "HTTP_PORT", "0",
                    "HTTP_HOST", "127.0.0.1"));
            if (kind == ServiceKind.SINK) {
                settings.put("POSTGRES_URL", database);
                settings.put("POSTGRES_PASSWORD", "test");
            }
            Service service = kind.start(new Environment(settings));
            services.add(service);
            await(service.name() + " is ready", () -> service.ready().isEmpty());
        }
    }

    /** Everything that is logged, at the levels at which it is logged. */
    private void captureLogs() {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        WriterAppender all = WriterAppender.createAppender(null, null, log, "all", false, true);
        all.start();
        LoggerConfig root = context.getConfiguration().getRootLogger();
        root.addAppender(all, Level.ALL, null);
        context.updateLoggers();
    }

    /** Places where the case stands. */
    private Set<String> topics(LocalCluster cluster, NameSearch names) throws Exception {
        Everything.ofTopics(cluster.broker().bootstrap(), (place, bytes) -> look(place, bytes, names));
        return control;
    }

    private void look(String place, byte[] bytes, NameSearch names) {
        names.in(bytes)
                .forEach(name ->
                        found.computeIfAbsent(name, none -> new TreeSet<>()).add(place));
        if (new String(bytes, StandardCharsets.UTF_8).contains(CASE)) {
            control.add(place);
        }
    }

    private Set<String> tables(String database, NameSearch names) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "tallywire", "test");
                Statement ask = connection.createStatement()) {
            for (String table : column(ask, TABLES)) {
                for (String row : column(ask, "select t::text from \"" + table + "\" t")) {
                    look("table " + table, row.getBytes(StandardCharsets.UTF_8), names);
                }
            }
        }
        return control;
    }

    private static List<String> column(Statement ask, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = ask.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static GenericContainer<?> postgres() {
        GenericContainer<?> postgres = new GenericContainer<>("postgres:17")
                .withEnv("POSTGRES_USER", "tallywire")
                .withEnv("POSTGRES_PASSWORD", "test")
                .withExposedPorts(5432);
        postgres.start();
        return postgres;
    }

    private static String url(GenericContainer<?> postgres) {
        return "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/tallywire";
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.call()) {
            assertTrue(Instant.now().isBefore(deadline), "not in time: " + what);
            Thread.sleep(Duration.ofSeconds(3));
        }
    }
}

package org.tallywire.standalone.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tallywire.aggregate.Aggregate;
import org.tallywire.aggregate.deliver.Deliver;
import org.tallywire.aggregate.sink.Sink;
import org.tallywire.avro.Stream;
import org.tallywire.dashboard.Dashboard;
import org.tallywire.enrich.Enrich;
import org.tallywire.ingest.Ingest;
import org.tallywire.schemas.Environment;
import org.tallywire.schemas.Service;

/** Every service that can be run, by the name it has in compose and in {@code tallywire run}. */
public enum ServiceKind {
    INGEST_NEWS("ingest-news", env -> Ingest.start(env, Stream.NEWS)),
    INGEST_COURTS("ingest-courts", env -> Ingest.start(env, Stream.COURTS)),
    ENRICH("enrich", Enrich::start),
    AGGREGATE("aggregate", Aggregate::start),
    DASHBOARD("dashboard", Dashboard::start),
    SINK("sink", Sink::start),
    DELIVER("deliver", Deliver::start);

    private final String label;
    private final Starter starter;

    /** Starts a service with the settings that the environment holds. */
    @FunctionalInterface
    interface Starter {
        Service start(Environment env);
    }

    ServiceKind(String label, Starter starter) {
        this.label = label;
        this.starter = starter;
    }

    /** Those that need nothing but the cluster, in the order of the flow; the others need a database or a receiver of alerts. */
    public static List<ServiceKind> pipeline() {
        return List.of(INGEST_NEWS, INGEST_COURTS, ENRICH, AGGREGATE, DASHBOARD);
    }

    /** Name in compose. */
    public String label() {
        return label;
    }

    /** Starts it; bad settings are refused with {@link Environment.BadSettings}. */
    public Service start(Environment env) {
        return starter.start(env);
    }

    /** The service of that name. */
    public static Optional<ServiceKind> of(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }
}

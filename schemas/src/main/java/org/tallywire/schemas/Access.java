package org.tallywire.schemas;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each service may do at a broker with an authorizer: what the catalogue says that it reads and writes, and no more. The
 * principal of a service has its name; everything that a service owns besides (its group, its transactions, the stores and
 * repartitions of Kafka Streams) begins with that name.
 */
public final class Access {
    /** Those whose state lives in topics of their own, in transactions. */
    private static final Set<String> STREAMS = Set.of("ingest-news", "ingest-courts", "enrich", "aggregate");

    private Access() {}

    /** All rights, in the order of the catalogue. */
    public static List<AclBinding> all() {
        List<AclBinding> rights = new ArrayList<>();
        Set<String> services = new TreeSet<>();
        for (Topic<?> topic : Topics.all()) {
            topic.writers().forEach(service -> rights.add(allow(service, WRITE, TOPIC, topic.name(), LITERAL)));
            topic.readers().forEach(service -> rights.add(allow(service, READ, TOPIC, topic.name(), LITERAL)));
            services.addAll(topic.writers());
            services.addAll(topic.readers());
        }
        for (String service : services) {
            rights.add(allow(service, READ, GROUP, service, LITERAL));
            if (STREAMS.contains(service)) {
                rights.add(allow(service, ALL, TOPIC, service + "-", PREFIXED));
                rights.add(allow(service, WRITE, TRANSACTIONAL_ID, service + "-", PREFIXED));
            }
        }
        rights.add(allow("sources", WRITE, TRANSACTIONAL_ID, "tallywire-sources", LITERAL));
        rights.addAll(registry());
        return rights;
    }

    /** Apicurio's journal, snapshots and events, which it creates and describes; every start of it reads the journal with a group of a new name. */
    private static List<AclBinding> registry() {
        return List.of(
                allow("registry", ALL, TOPIC, "kafkasql-", PREFIXED),
                allow("registry", ALL, TOPIC, "registry-events", LITERAL),
                allow("registry", READ, GROUP, "apicurio-", PREFIXED));
    }

    /**
     * Brings the rights at the broker in line: missing ones are granted, others are withdrawn. Safe to run again.
     *
     * @return what was done, a line a right
     */
    public static List<String> grant(Admin admin) throws InterruptedException, ExecutionException {
        Set<AclBinding> wanted = Set.copyOf(all());
        Set<AclBinding> found =
                Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
        List<AclBinding> missing =
                wanted.stream().filter(right -> !found.contains(right)).toList();
        List<AclBinding> extra =
                found.stream().filter(right -> !wanted.contains(right)).toList();
        admin.createAcls(missing).all().get();
        admin.deleteAcls(extra.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
        List<String> done = new ArrayList<>();
        missing.forEach(right -> done.add("granted " + text(right)));
        extra.forEach(right -> done.add("withdrew " + text(right)));
        return done;
    }

    private static AclBinding allow(
            String service, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }

    private static String text(AclBinding right) {
        ResourcePattern on = right.pattern();
        String name = on.name() + (on.patternType() == PREFIXED ? "*" : "");
        return "%s: %s on %s %s"
                .formatted(right.entry().principal(), right.entry().operation(), on.resourceType(), name);
    }
}

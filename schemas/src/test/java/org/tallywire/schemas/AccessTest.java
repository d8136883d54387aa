package org.tallywire.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void everyTopicIsWrittenByItsWritersOnly() {
        for (Topic<?> topic : Topics.all()) {
            assertEquals(new TreeSet<>(topic.writers()), principals(topic.name(), AclOperation.WRITE), topic.name());
            assertEquals(new TreeSet<>(topic.readers()), principals(topic.name(), AclOperation.READ), topic.name());
        }
    }

    @Test
    void nobodyIsGrantedTheClusterNorEverything() {
        for (AclBinding right : Access.all()) {
            assertTrue(right.pattern().resourceType() != ResourceType.CLUSTER, right.toString());
            assertTrue(!right.pattern().name().equals("*"), right.toString());
            assertTrue(!right.entry().principal().equals("User:*"), right.toString());
        }
    }

    @Test
    void whatAServiceOwnsBeginsWithItsNameAndIsNobodyElses() {
        List<String> prefixes = Access.all().stream()
                .filter(right -> right.entry().operation() == AclOperation.ALL)
                .map(right -> right.pattern().name())
                .toList();
        for (Topic<?> topic : Topics.all()) {
            assertTrue(prefixes.stream().noneMatch(topic.name()::startsWith), topic.name());
        }
        assertEquals(Set.of("enrich"), owners("enrich-"));
        assertEquals(Set.of("registry"), owners("kafkasql-"));
    }

    private static Set<String> principals(String topic, AclOperation operation) {
        Set<String> found = new TreeSet<>();
        for (AclBinding right : Access.all()) {
            if (right.pattern().resourceType() == ResourceType.TOPIC
                    && right.pattern().name().equals(topic)
                    && right.entry().operation() == operation) {
                found.add(right.entry().principal().substring("User:".length()));
            }
        }
        return found;
    }

    private static Set<String> owners(String prefix) {
        Set<String> found = new TreeSet<>();
        for (AclBinding right : Access.all()) {
            if (right.pattern().name().equals(prefix)) {
                found.add(right.entry().principal().substring("User:".length()));
            }
        }
        return found;
    }
}

package org.tallywire.schemas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** A registry that lives as long as the JVM; one per name. */
public final class MemoryRegistry implements Registry {
    private static final Map<String, MemoryRegistry> NAMED = new ConcurrentHashMap<>();

    private final AtomicInteger last = new AtomicInteger();
    private final Map<Long, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** The registry of that name, made at first use. */
    public static MemoryRegistry named(String name) {
        return NAMED.computeIfAbsent(name, n -> new MemoryRegistry());
    }

    @Override
    public int register(String subject, Schema schema) {
        return ids.computeIfAbsent(SchemaNormalization.parsingFingerprint64(schema), f -> {
            int id = last.incrementAndGet();
            schemas.put(id, schema);
            return id;
        });
    }

    @Override
    public Schema byId(int id) {
        Schema schema = schemas.get(id);
        if (schema == null) {
            throw new RegistryException("no schema with id " + id);
        }
        return schema;
    }
}

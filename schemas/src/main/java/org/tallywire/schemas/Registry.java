package org.tallywire.schemas;

import org.apache.avro.Schema;

/** A schema registry: gives each schema the id that stands in front of every record. */
public interface Registry {
    /**
     * Id of a schema under a subject; registers it when it is new.
     *
     * @throws RegistryException if the registry refuses the schema or cannot be reached
     */
    int register(String subject, Schema schema);

    /**
     * The schema with an id.
     *
     * @throws RegistryException if there is none or the registry cannot be reached
     */
    Schema byId(int id);

    /** {@code memory:NAME} is one registry in this JVM per name (for tests), anything else the address of a Confluent-compatible one. */
    static Registry of(String address) {
        return address.startsWith("memory:") ? MemoryRegistry.named(address) : new HttpRegistry(address);
    }
}

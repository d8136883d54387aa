package org.tallywire.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificData;

/** Registers the value schema of every topic before anything writes, so that an incompatible one stops the start. */
public final class SchemaCheckIn {
    private SchemaCheckIn() {}

    /**
     * Registers them all.
     *
     * @return a line a subject
     * @throws RegistryException if the registry refuses one; the message names the subject
     */
    public static List<String> registerAll(Registry registry) {
        return Topics.all().stream()
                .map(t -> t.name() + "-value has schema id "
                        + registry.register(
                                t.name() + "-value", SpecificData.get().getSchema(t.value())))
                .toList();
    }
}

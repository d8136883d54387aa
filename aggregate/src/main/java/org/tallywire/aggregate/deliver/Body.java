package org.tallywire.aggregate.deliver;

import org.tallywire.avro.Alert;

/** Makes the body of a message from an alert. */
@FunctionalInterface
public interface Body {
    /** JSON. */
    String body(Alert alert);
}

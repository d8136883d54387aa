/**
 * A broker and a schema registry inside this JVM, for {@code standalone} and for tests: one machine, loopback only, no
 * copies. Who uses the broker brings {@code org.apache.kafka:kafka_2.13}.
 */
@NullMarked
package org.tallywire.schemas.local;

import org.jspecify.annotations.NullMarked;

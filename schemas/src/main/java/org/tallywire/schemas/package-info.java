/**
 * What passes between the services: statute keys, the topic catalogue, serdes and the base on which each service runs.
 * The Avro types themselves are generated from {@code src/main/avro} into {@code org.tallywire.avro}.
 */
@NullMarked
package org.tallywire.schemas;

import org.jspecify.annotations.NullMarked;

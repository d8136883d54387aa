/** The base on which every Kafka Streams service runs. Takes a topology and settings, gives a running service with health, metrics and a clean stop. */
@NullMarked
package org.tallywire.schemas.stream;

import org.jspecify.annotations.NullMarked;

/**
 * The border between fetching and reading: takes a {@link Payload}, gives a {@link Reading} of feed items or court
 * records. Every reader is pure: no network, no clock, no Kafka. Feeds the poller and the command {@code read}.
 */
@NullMarked
package org.tallywire.ingest.read;

import org.jspecify.annotations.NullMarked;

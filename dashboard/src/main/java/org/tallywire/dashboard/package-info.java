/**
 * A downstream consumer of the topics, like any other: a live web page, JSON and CSV.
 *
 * <p>Takes tallies.daily, tallies.rolling, claims, alerts, source.health and failures. Gives pages and files over HTTP;
 * writes to no topic. {@code view} holds what was read, {@code web} shows it; this package joins them to Kafka.
 */
@NullMarked
package org.tallywire.dashboard;

import org.jspecify.annotations.NullMarked;

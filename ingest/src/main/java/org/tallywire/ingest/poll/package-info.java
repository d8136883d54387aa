/**
 * When to ask, how to behave and what is new: schedule, pace per host, identity and revision of items, health of a
 * source. Takes what {@code fetch} and {@code read} bring, gives decisions; pure but for {@link
 * org.tallywire.ingest.poll.Poller}, which runs one poll. The clock and the chance are passed in. Feeds the topology.
 */
@NullMarked
package org.tallywire.ingest.poll;

import org.jspecify.annotations.NullMarked;

/**
 * Finds the days and weeks on which a series counted more than it should. Takes counts per day as of now, the calendar and
 * the days on which a feeding source was blind; gives a probability per bucket and episodes of alerts; feeds [alerts].
 * Everything here is pure: no Kafka, no clock, no randomness. {@link org.tallywire.aggregate.spike.SpikeWatch} is the entry.
 */
@NullMarked
package org.tallywire.aggregate.spike;

import org.jspecify.annotations.NullMarked;

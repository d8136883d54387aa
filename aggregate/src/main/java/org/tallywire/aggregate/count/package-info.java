/**
 * Counting. Takes documents with their entities, gives signed deltas, day cells and rolling windows; pure functions that feed the
 * steps of the topology.
 */
@NullMarked
package org.tallywire.aggregate.count;

import org.jspecify.annotations.NullMarked;

/**
 * The steps of the topology: stores, batching and the clock around the pure logic. Takes [entities], gives [contributions],
 * [tallies.daily], [tallies.rolling], [claims] and [alerts].
 */
@NullMarked
package org.tallywire.aggregate.flow;

import org.jspecify.annotations.NullMarked;

/**
 * The topics as tables. Takes [tallies.daily], [tallies.rolling], [claims], [contributions], [alerts] and [source.health], gives rows in
 * PostgreSQL; the offsets stand in the same transaction as the rows, so that every record counts once.
 */
@NullMarked
package org.tallywire.aggregate.sink;

import org.jspecify.annotations.NullMarked;

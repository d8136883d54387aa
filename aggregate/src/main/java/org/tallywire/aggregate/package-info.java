/** Entities to tallies, claims and alerts. Takes [entities], gives [contributions], [tallies.daily], [tallies.rolling], [claims], [alerts]. */
@NullMarked
package org.tallywire.aggregate;

import org.jspecify.annotations.NullMarked;

/**
 * The life of an alert. Takes verdicts on the days of a series, gives episodes: opened, updated, resolved or retracted; feeds
 * [alerts].
 */
@NullMarked
package org.tallywire.aggregate.watch;

import org.jspecify.annotations.NullMarked;

/**
 * Which lines are counted. Takes series.yaml, gives {@link org.tallywire.aggregate.series.Series} with their filters, splits, day and
 * zone; feeds the counting of documents, the windows and the watch.
 */
@NullMarked
package org.tallywire.aggregate.series;

import org.jspecify.annotations.NullMarked;

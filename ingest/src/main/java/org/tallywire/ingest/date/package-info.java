/**
 * Dates as publishers write them. Takes the raw words, the zone of the source and the fetch time; gives an instant with
 * its precision and flags, or the reason why there is none. Never a guess without a flag, never a silently wrong instant.
 * Feeds the feed reader and the page reader. Month words, day words and zone names are rows in resources.
 */
@NullMarked
package org.tallywire.ingest.date;

import org.jspecify.annotations.NullMarked;

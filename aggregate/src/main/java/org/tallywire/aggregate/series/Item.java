package org.tallywire.aggregate.series;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Entities;

/**
 * One thing to count.
 *
 * @param document the document it stands in
 * @param claim the published number, for series of claims; null: the document itself is counted
 */
public record Item(Entities document, @Nullable ClaimMention claim) {}

package org.tallywire.aggregate.flow;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Entities;

/**
 * The newest version of one document.
 *
 * @param document null: it is withdrawn
 * @param again true: it was taken in before, and the topic is read once more
 */
record Version(@Nullable Entities document, boolean again) {}

package org.tallywire.enrich.claim;

import org.jspecify.annotations.Nullable;
import org.tallywire.avro.PublisherKind;

/**
 * Who counted, as a sentence says it.
 *
 * @param id canonical id; null if the text gives no name that is kept
 * @param text the words
 * @param kind what it is
 * @param from first token
 * @param to token after the last one
 * @param strength how surely it is the source: 5 hand-over, 4 according to or a verb of counting, 3 a verb of saying, 2 own deeds,
 *     0 merely named
 * @param via id of the outlet that was told, null if none
 */
record Source(
        @Nullable String id,
        String text,
        PublisherKind kind,
        int from,
        int to,
        int strength,
        @Nullable String via) {
    Source with(int newStrength, @Nullable String newVia) {
        return new Source(id, text, kind, from, to, newStrength, newVia);
    }
}

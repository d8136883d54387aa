package org.tallywire.ingest.poll;

import java.time.Instant;
import java.util.List;
import org.tallywire.avro.Source;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Validators;

/**
 * One poll that is wanted.
 *
 * @param source the catalogue entry, its address replaced by the one in use after a confirmed move
 * @param validators to ask under a condition; {@link Validators#NONE} asks without
 * @param confirm addresses of items that left the list in its midst: are they really gone?
 * @param reread addresses of documents that are to be read once more with this poll
 * @param resume addresses that the last poll left; empty: a new walk begins
 * @param most requests that the poll may make
 */
public record Order(
        Source source,
        Validators validators,
        List<String> confirm,
        List<String> reread,
        List<String> resume,
        int most) {
    /** The poll that is due for a source. */
    public static Order of(SourceState state, List<String> confirm, List<String> reread, Instant now) {
        Source source = Moves.toAsk(state, now);
        int most = Budget.of(source).left(state.getRequests(), now);
        return new Order(source, Validity.forNext(state, now), confirm, reread, state.getWaiting(), most);
    }
}

package org.tallywire.enrich.outlet;

import org.tallywire.avro.MentionKind;
import org.tallywire.avro.OutletMention;
import org.tallywire.avro.OutletRole;
import org.tallywire.enrich.text.Tokens;

/**
 * A stretch of text that names a publisher, or may.
 *
 * @param publisher who is named
 * @param kind by name or by address
 * @param first its first token
 * @param after the token behind its last one
 * @param start UTF-16 offset of its first character
 * @param end offset behind its last character
 */
record Candidate(Publisher publisher, MentionKind kind, int first, int after, int start, int end) {
    static Candidate of(Publisher publisher, MentionKind kind, Tokens tokens, int first, int after) {
        return new Candidate(publisher, kind, first, after, tokens.start(first), tokens.end(after - 1));
    }

    OutletMention mention(Tokens tokens, OutletRole role) {
        return OutletMention.newBuilder()
                .setId(publisher.id())
                .setName(tokens.text().substring(start, end))
                .setRole(role)
                .setKind(kind)
                .setPublisherKind(publisher.kind())
                .setStart(start)
                .setEnd(end)
                .build();
    }
}

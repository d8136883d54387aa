package org.tallywire.enrich.furniture;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a paragraph of one site has stood.
 *
 * @param documents the first documents it stood in, by hash of their id; no more than {@link #DOCUMENTS}
 * @param first earliest event day of a document it stood in
 * @param last latest such day
 */
public record Seen(List<Long> documents, LocalDate first, LocalDate last) {
    /** In so many documents a paragraph is no longer news. */
    static final int DOCUMENTS = 3;

    public Seen {
        documents = List.copyOf(documents);
    }

    /** True if it stands in enough documents, and they are not all of one day. */
    boolean recurs() {
        return documents.size() == DOCUMENTS && first.isBefore(last);
    }

    /** True if it stood in a document other than this one. */
    boolean elsewhere(long document) {
        return documents.stream().anyMatch(each -> each != document);
    }

    /** The same after it stood in this document, new or revised, of this event day. */
    Seen in(long document, LocalDate day) {
        boolean known = documents.size() == DOCUMENTS || documents.contains(document);
        return new Seen(
                known
                        ? documents
                        : Stream.concat(documents.stream(), Stream.of(document)).toList(),
                day.isBefore(first) ? day : first,
                day.isAfter(last) ? day : last);
    }
}

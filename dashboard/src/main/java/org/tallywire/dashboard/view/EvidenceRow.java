package org.tallywire.dashboard.view;

import java.util.List;
import org.tallywire.avro.Evidence;

/** One document behind a number: its id, where to read it, and the words (none for court records). */
public record EvidenceRow(String documentId, String url, String quote) {
    static List<EvidenceRow> of(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> new EvidenceRow(e.getDocumentId(), e.getUrl(), e.getQuote()))
                .toList();
    }
}

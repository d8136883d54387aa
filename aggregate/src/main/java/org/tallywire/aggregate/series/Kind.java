package org.tallywire.aggregate.series;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.tallywire.avro.DocumentKind;
import org.tallywire.avro.Entities;

/** What a series counts. Kinds are never summed together. */
public enum Kind {
    /** Articles that name something. */
    @JsonProperty("mention")
    MENTION,
    /** Entries of court registers. */
    @JsonProperty("court")
    COURT,
    /** Articles that carry a published number. */
    @JsonProperty("claim")
    CLAIM;

    /** The items of a document that a series of this kind may count: the document itself, or each of its claims. */
    public List<Item> items(Entities document) {
        return switch (this) {
            case MENTION -> only(document, DocumentKind.ARTICLE);
            case COURT -> only(document, DocumentKind.COURT_RECORD);
            case CLAIM ->
                document.getClaims().stream()
                        .map(claim -> new Item(document, claim))
                        .toList();
        };
    }

    private static List<Item> only(Entities document, DocumentKind kind) {
        return Stream.of(document)
                .filter(it -> it.getKind() == kind)
                .map(it -> new Item(it, null))
                .toList();
    }
}

package org.tallywire.ingest.courts.words;

import org.jspecify.annotations.Nullable;

/** Types of events by their names: {@code events.tsv} for registers, {@code docket-events.tsv} for docket entries. */
public final class EventTypes {
    /** Opens a case: a complaint, an indictment, a petition. */
    public static final String FILING = "FILING";

    private static final KnownWords<String> REGISTER = new KnownWords<>("events.tsv", word -> word);
    private static final KnownWords<String> DOCKET = new KnownWords<>("docket-events.tsv", word -> word);

    private EventTypes() {}

    /** Type of an event of a case, OTHER if unknown; the result may turn a hearing into ADJOURNED or SUSPENDED. */
    public static String of(String name, String result) {
        String type = or(REGISTER.of(name));
        String turned = or(REGISTER.of(result));
        return type.equals("HEARING") && (turned.equals("ADJOURNED") || turned.equals("SUSPENDED")) ? turned : type;
    }

    /** Type of a docket entry, OTHER if unknown. */
    public static String ofEntry(String description) {
        return or(DOCKET.of(description));
    }

    private static String or(@Nullable String type) {
        return type == null ? "OTHER" : type;
    }
}

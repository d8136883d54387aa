package org.tallywire.ingest.courts.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Answers of registers that speak JSON. */
public final class JsonPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonPage() {}

    /** The tree; null: the text is no JSON. */
    public static @Nullable JsonNode parse(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Text of a field, empty where it is absent or null. */
    public static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isNull() || value.isMissingNode() ? "" : value.asText().strip();
    }

    /** Day of a field that holds a day or an instant; null: none. */
    public static @Nullable LocalDate day(JsonNode object, String field) {
        String text = text(object, field);
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Instant of a field with an offset; null: none. */
    public static @Nullable Instant instant(JsonNode object, String field) {
        OffsetDateTime posted = PostingTime.parse(text(object, field));
        return posted == null ? null : posted.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}

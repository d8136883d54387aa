package org.tallywire.aggregate.series;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** Finds the line that a problem speaks of: the reader itself names the end of the record for an unknown field. */
final class Place {
    private Place() {}

    /** Line of the field that the exception's path leads to, else the one that it names; 0: none. */
    static int line(ObjectMapper mapper, String text, JsonProcessingException e) {
        int named = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return named;
        }
        int found = line(
                mapper,
                text,
                mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                        .collect(Collectors.joining()));
        return found == 0 ? named : found;
    }

    /** Line of the field at a JSON pointer, e.g. {@code /0/name}; 0: there is none. */
    static int line(ObjectMapper mapper, String text, String pointer) {
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
            return 0;
        } catch (JsonProcessingException broken) {
            return 0;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

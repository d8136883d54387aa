package org.tallywire.aggregate.sink;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as PostgreSQL's COPY takes them: text, tabs and backslashes escaped, \\N for none. Character 0, which it does not know, is left out. */
final class Values {
    private static final String NONE = "\\N";

    private Values() {}

    /** One value; a collection becomes an array of texts. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case Enum<?> word -> word.name();
            case Collection<?> texts ->
                escape(texts.stream().map(Values::element).collect(Collectors.joining(",", "{", "}")));
            case Double number when number.isNaN() -> NONE;
            default -> escape(value.toString());
        };
    }

    private static String element(Object text) {
        return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\0' -> {}
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}

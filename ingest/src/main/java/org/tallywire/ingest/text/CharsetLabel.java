package org.tallywire.ingest.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.ingest.read.Rows;

/** Charset labels as servers and documents write them, and the charset that is meant. */
final class CharsetLabel {
    private static final Map<String, String> MEANT = new HashMap<>();
    private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)");
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']\\s*([^\"']*?)\\s*[\"']|<meta[^>]*?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)");
    private static final int DECLARATION_WINDOW = 2_048;

    static {
        Rows.of(CharsetLabel.class, "charsets.tsv").forEach(row -> MEANT.put(row[0], row[1]));
    }

    private CharsetLabel() {}

    /** Label in a Content-Type header; empty: none. */
    static String ofHeader(String contentType) {
        Matcher found = HEADER.matcher(contentType);
        return found.find() ? found.group(1) : "";
    }

    /** Label in the XML declaration or in a meta element near the start; empty: none. */
    static String ofDocument(byte[] body) {
        int length = Math.min(body.length, DECLARATION_WINDOW);
        Matcher found = DECLARED.matcher(new String(body, 0, length, StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            return "";
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** The charset that a label means; none for an unknown label and for the wide ones, which the bytes themselves show. */
    static Optional<Charset> charset(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        String name = MEANT.getOrDefault(lower, lower);
        if (name.isEmpty() || name.startsWith("utf-16") || name.startsWith("utf-32") || name.startsWith("ucs-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

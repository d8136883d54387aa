package org.tallywire.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** An answer before it meets HTTP: status, type, whole body and headers of its own. */
record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, body, Map.of());
    }

    static Reply text(int status, String words) {
        return of(status, "text/plain; charset=utf-8", (words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Reply notFound(String what) {
        return text(404, "not found: " + what);
    }

    static Reply badRequest(String why) {
        return text(400, why);
    }

    /** Changes exactly when the body does; weak, because a compressed body says the same. */
    String etag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package org.tallywire.aggregate.deliver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver said.
 *
 * @param status HTTP status; 0: no answer
 * @param reason the beginning of its words, or why there was no answer
 * @param retryAfter seconds that it asks for; 0: none
 */
record Answer(int status, String reason, long retryAfter) {
    private static final int LONGEST = 300;

    boolean ok() {
        return status / 100 == 2;
    }

    /** True if the same again will be refused again. */
    boolean refused() {
        return status / 100 == 4 && status != 408 && status != 429;
    }

    /** Posts JSON; redirects are not followed, an answer takes three seconds at most. */
    static Answer post(HttpClient http, URI to, String body, Map<String, String> headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String said = new String(response.body(), StandardCharsets.UTF_8);
            return new Answer(
                    response.statusCode(),
                    said.substring(0, Math.min(LONGEST, said.length())),
                    seconds(response.headers().firstValue("Retry-After").orElse(null)));
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e), 0);
        }
    }

    private static long seconds(@Nullable String value) {
        return value != null && value.matches("\\d{1,6}") ? Long.parseLong(value) : 0;
    }
}

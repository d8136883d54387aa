package org.tallywire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Fetched.Answer;
import org.tallywire.ingest.fetch.Fetched.Cut;
import org.tallywire.ingest.fetch.Fetched.NotModified;
import org.tallywire.ingest.read.Payload;
import org.tallywire.schemas.http.RetryAfter;

/** Turns the last response of a trip into a {@link Fetched}: what each status means for us. */
final class Answers {
    private Answers() {}

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    static Fetched read(HttpFetcher.Trip trip, ClassicHttpResponse response) {
        int status = response.getCode();
        if (status == 304 && !trip.request.validators().isEmpty()) {
            return new NotModified(freshness(trip, response), trip.exchange());
        }
        if (status == 204 || status == 205) {
            return trip.refused(HealthState.EMPTY, "the server answers " + status + ", no content");
        }
        if (status >= 200 && status < 300) {
            return document(trip, response);
        }
        HealthState state = stateOf(status, response);
        return trip.refused(
                state,
                "the server answers " + status + " " + words(response) + "(" + trip.url + ")",
                RetryAfter.parse(header(response, "Retry-After"), trip.now()));
    }

    private static String words(ClassicHttpResponse response) {
        String phrase = response.getReasonPhrase();
        return phrase == null || phrase.isBlank() ? "" : phrase.strip() + " ";
    }

    private static HealthState stateOf(int status, ClassicHttpResponse response) {
        String server = header(response, "Server");
        boolean guard = server != null && server.toLowerCase(Locale.ROOT).startsWith("ddos-guard");
        if ("challenge".equalsIgnoreCase(header(response, "cf-mitigated")) || guard && status == 403) {
            return HealthState.CHALLENGE;
        }
        return switch (status) {
            case 404 -> HealthState.NOT_FOUND;
            case 410 -> HealthState.GONE;
            case 429 -> HealthState.RATE_LIMITED;
            case 451 -> HealthState.BLOCKED;
            default -> status >= 500 ? HealthState.SERVER_ERROR : HealthState.REFUSED;
        };
    }

    private static Fetched document(HttpFetcher.Trip trip, ClassicHttpResponse response) {
        Body body = body(trip, response);
        trip.bytes = body.wire();
        Cut cut = body.cut();
        if (body.bytes().length == 0) {
            return cut == null
                    ? trip.refused(HealthState.EMPTY, "the body is empty: " + trip.url)
                    : trip.refused(cut.state(), cut.reason() + ": " + trip.url);
        }
        // 226 (RFC 3229) holds only the new items: as good as a cut document
        boolean partial = cut != null || response.getCode() == 226 || response.getCode() == 206;
        Instant now = trip.now();
        String type = header(response, "Content-Type");
        Payload payload = new Payload(body.bytes(), type == null ? "" : type, trip.url, now, partial);
        Freshness freshness = freshness(trip, response);
        Validators validators = freshness.store() && !partial ? validators(response) : Validators.NONE;
        return new Answer(payload, validators, freshness, cut, trip.exchange());
    }

    private static Body body(HttpFetcher.Trip trip, ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Body(new byte[0], 0, null);
        }
        try {
            InputStream content = entity.getContent();
            String coding = header(response, "Content-Encoding");
            return content == null
                    ? new Body(new byte[0], 0, null)
                    : Body.read(content, coding == null ? "" : coding, trip);
        } catch (IOException broken) {
            return new Body(new byte[0], 0, Mishaps.explain(broken, trip.late(), trip.limits()));
        }
    }

    private static Validators validators(ClassicHttpResponse response) {
        String etag = header(response, "ETag");
        String modified = header(response, "Last-Modified");
        return new Validators(etag == null ? "" : etag, modified == null ? "" : modified);
    }

    private static Freshness freshness(HttpFetcher.Trip trip, ClassicHttpResponse response) {
        return Freshness.of(header(response, "Cache-Control"), header(response, "Expires"), trip.now());
    }

    static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}

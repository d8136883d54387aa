package org.tallywire.ingest.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.tallywire.avro.HealthState;
import org.tallywire.ingest.fetch.Fetched.Cut;
import org.tallywire.schemas.http.GuardedResolver.BlockedAddress;

/** Names what an exception of the client means for the health of a source. */
final class Mishaps {
    private Mishaps() {}

    static Cut explain(IOException cause, boolean late, FetchLimits limits) {
        if (late) {
            return new Cut(
                    HealthState.READ_TIMEOUT,
                    "not finished within " + limits.exchange().toSeconds() + " s");
        }
        return switch (cause) {
            case BlockedAddress blocked -> new Cut(HealthState.BLOCKED_ADDRESS, words(blocked));
            case UnknownHostException unknown -> new Cut(nameState(unknown), words(unknown));
            case ConnectTimeoutException slow -> new Cut(HealthState.CONNECT_TIMEOUT, words(slow));
            case SocketTimeoutException silent ->
                new Cut(
                        HealthState.READ_TIMEOUT,
                        "silent for " + limits.silence().toSeconds() + " s");
            case SSLException tls -> new Cut(HealthState.TLS, words(tls));
            case MessageConstraintException big -> new Cut(HealthState.TOO_LARGE, "header: " + words(big));
            case ConnectException refused -> new Cut(HealthState.CONNECT, words(refused));
            case NoRouteToHostException none -> new Cut(HealthState.CONNECT, words(none));
            default -> new Cut(HealthState.CONNECT, "connection broke: " + words(cause));
        };
    }

    /** The resolver tells a name that does not exist from one that could not be asked for only in its message. */
    private static HealthState nameState(UnknownHostException unknown) {
        return words(unknown).toLowerCase(Locale.ROOT).contains("temporary")
                ? HealthState.DNS
                : HealthState.UNKNOWN_HOST;
    }

    private static String words(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}

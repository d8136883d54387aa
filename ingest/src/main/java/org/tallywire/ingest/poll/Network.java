package org.tallywire.ingest.poll;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;

/**
 * Is the network as a whole down? It is when several hosts in a row cannot be reached and none answers in between. Then
 * the service is unhealthy and the sources keep what they had: not one of them is at fault.
 */
public final class Network {
    private static final int HOSTS = 3;
    private static final Set<HealthState> UNREACHABLE =
            Set.of(HealthState.DNS, HealthState.UNKNOWN_HOST, HealthState.CONNECT_TIMEOUT);

    private final Set<String> unreachable = new LinkedHashSet<>();
    private @Nullable Instant since;

    /** Notes how a poll of a public host went; true if it failed because the whole network is down. */
    public synchronized boolean isBlamedFor(String host, Polled<?> polled, Instant now) {
        if (polled.order().source().getAllowPrivate()) {
            return false;
        }
        if (polled.first().exchange().status() > 0) {
            unreachable.clear();
            since = null;
            return false;
        }
        boolean failed = UNREACHABLE.contains(polled.state());
        if (failed && unreachable.size() < HOSTS) {
            since = since == null ? now : since;
            unreachable.add(host);
        }
        return failed && unreachable.size() >= HOSTS;
    }

    /** Why the service is not healthy; empty: hosts can be reached, as far as is known. */
    public synchronized String verdict() {
        return unreachable.size() < HOSTS
                ? ""
                : "the network is down: no host was reached since " + since + ", " + String.join(", ", unreachable)
                        + " among others";
    }
}

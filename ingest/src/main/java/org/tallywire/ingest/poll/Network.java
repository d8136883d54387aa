package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.HealthState;

/**
 * Is the network as a whole down? It is when hosts that answered within a day cannot be reached one after the other and none
 * answers in between: three of them, or all where there are only two. Then the service is unhealthy and the sources keep
 * what they had. Hosts that are dead for longer prove nothing; where none has ever answered, three must fail.
 */
public final class Network {
    private static final int ENOUGH = 3;
    private static final int FEWEST = 2;
    private static final Duration ALIVE = Duration.ofDays(1);
    private static final Set<HealthState> UNREACHABLE =
            Set.of(HealthState.DNS, HealthState.UNKNOWN_HOST, HealthState.CONNECT_TIMEOUT);

    /** When each host was reached last; those that are dead for long are forgotten. */
    private final Map<String, Instant> reached = new HashMap<>();

    private final Set<String> unreachable = new LinkedHashSet<>();
    private boolean everReached;
    private @Nullable Instant since;
    private boolean down;

    /**
     * Notes how a poll of a public host went; true if it failed because the whole network is down.
     *
     * @param lastSuccess when the source was read last, by an earlier process too; null: never
     */
    public synchronized boolean isBlamedFor(String host, Polled<?> polled, @Nullable Instant lastSuccess, Instant now) {
        if (polled.order().source().getAllowPrivate()) {
            return false;
        }
        if (polled.first().exchange().status() > 0) {
            note(host, now);
            unreachable.clear();
            down = false;
            return false;
        }
        if (lastSuccess != null) {
            note(host, lastSuccess);
        }
        boolean failed = UNREACHABLE.contains(polled.state());
        if (failed) {
            since = unreachable.isEmpty() ? now : since;
            unreachable.add(host);
        }
        down = isDown(now);
        return failed && down;
    }

    private void note(String host, Instant at) {
        everReached = true;
        reached.merge(host, at, (old, fresh) -> fresh.isAfter(old) ? fresh : old);
    }

    private boolean isDown(Instant now) {
        if (!everReached) {
            return unreachable.size() >= ENOUGH;
        }
        reached.values().removeIf(last -> last.plus(ALIVE).isBefore(now));
        long lost = unreachable.stream().filter(reached::containsKey).count();
        return lost >= Math.clamp(reached.size(), FEWEST, ENOUGH);
    }

    /** Why the service is not healthy; empty: hosts can be reached, as far as is known. */
    public synchronized String verdict() {
        return down
                ? "the network is down: no host was reached since " + since + ", "
                        + String.join(", ", unreachable.stream().limit(ENOUGH).toList()) + " among others"
                : "";
    }
}

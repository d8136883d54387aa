package org.tallywire.aggregate.deliver;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.tallywire.avro.Alert;
import org.tallywire.avro.Severity;

/**
 * A receiver of webhooks.
 *
 * @param name what it is called in the log of deliveries
 * @param url where it listens: https, or http on loopback
 * @param keys signing keys; none: unsigned, as Slack wants it
 * @param template body of the messages
 * @param allowPrivate true: it may live at a private address
 * @param least lowest severity that it wants
 */
public record Endpoint(String name, URI url, List<byte[]> keys, Body template, boolean allowPrivate, Severity least) {

    /** True if it wants to hear of the alert. */
    boolean wants(Alert alert) {
        return alert.getSeverity().compareTo(least) >= 0;
    }

    /** A webhook must not become a way to reach what is not public; without TLS nothing leaves this machine. */
    boolean mayDial(InetAddress address, Predicate<InetAddress> internet) {
        return "https".equals(url.getScheme()) ? allowPrivate || internet.test(address) : address.isLoopbackAddress();
    }

    @Override
    public String toString() {
        return name;
    }
}

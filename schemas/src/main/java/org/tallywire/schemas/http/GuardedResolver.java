package org.tallywire.schemas.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names and refuses those that lead to an address outside the public internet. The client dials exactly what
 * is returned here, for literal addresses and after redirects too, so a name cannot change its meaning in between.
 */
public final class GuardedResolver implements DnsResolver {
    /** The name is known, its address is not for us. */
    public static final class BlockedAddress extends UnknownHostException {
        BlockedAddress(String message) {
            super(message);
        }
    }

    private final Predicate<InetAddress> dialled;

    public GuardedResolver(Predicate<InetAddress> dialled) {
        this.dialled = dialled;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : all) {
            if (!dialled.test(address)) {
                throw new BlockedAddress(host + " leads to " + address.getHostAddress()
                        + ", which is not on the public internet; allowPrivate permits it");
            }
        }
        return all;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Arrays.stream(resolve(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

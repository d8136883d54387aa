package org.tallywire.schemas.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells which addresses may be dialled: only those of the public internet. The predicates of {@link InetAddress} know
 * the old private ranges; the prefixes below are the rest of the special-purpose registries (RFC 6890) and the forms
 * in which an IPv6 address carries an IPv4 one.
 */
public final class AddressGuard {
    private static final List<Prefix> SPECIAL = List.of(
            Prefix.of("0.0.0.0", 8),
            Prefix.of("100.64.0.0", 10),
            Prefix.of("192.0.0.0", 24),
            Prefix.of("192.0.2.0", 24),
            Prefix.of("198.18.0.0", 15),
            Prefix.of("198.51.100.0", 24),
            Prefix.of("203.0.113.0", 24),
            Prefix.of("240.0.0.0", 4),
            Prefix.of("::", 96),
            Prefix.of("64:ff9b::", 96),
            Prefix.of("64:ff9b:1::", 48),
            Prefix.of("100::", 64),
            Prefix.of("2001::", 32),
            Prefix.of("2001:db8::", 32),
            Prefix.of("2002::", 16),
            Prefix.of("fc00::", 7),
            Prefix.of("fec0::", 10));

    private AddressGuard() {}

    /** True if the address belongs to the public internet. An IPv4-mapped IPv6 address arrives here as IPv4. */
    public static boolean isPublic(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && SPECIAL.stream().noneMatch(prefix -> prefix.holds(address));
    }

    private record Prefix(byte[] network, int bits) {
        static Prefix of(String literal, int bits) {
            return new Prefix(InetAddress.ofLiteral(literal).getAddress(), bits);
        }

        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != network.length || (address instanceof Inet4Address) != (network.length == 4)) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (other[i] != network[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            return rest == 0 || ((other[whole] ^ network[whole]) & 0xff) >> (8 - rest) == 0;
        }
    }
}

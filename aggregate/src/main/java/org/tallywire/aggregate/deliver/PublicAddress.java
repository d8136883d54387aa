package org.tallywire.aggregate.deliver;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Refuses receivers inside the operator's own network: a webhook must not become a way to reach what is not public. */
final class PublicAddress {
    private PublicAddress() {}

    /** Empty if the address may be called, else why not. */
    static String refusal(URI url, boolean allowPrivate) {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null) {
            return "not a plain address: " + url.getScheme();
        }
        try {
            boolean secure = "https".equals(url.getScheme());
            for (InetAddress address : InetAddress.getAllByName(host)) {
                boolean plain = "http".equals(url.getScheme()) && address.isLoopbackAddress();
                if (!secure && !plain) {
                    return "https is wanted, or http on loopback";
                }
                if (!plain && !allowPrivate && isPrivate(address)) {
                    return "private address " + address.getHostAddress();
                }
            }
            return "";
        } catch (UnknownHostException e) {
            return "unknown host " + host;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        boolean special = b.length == 4
                ? first == 0
                        || first >= 240
                        || (first == 100 && second >= 64 && second < 128)
                        || (first == 198 && (second == 18 || second == 19))
                        || (first == 192 && second == 0 && b[2] == 0)
                : (first & 0xfe) == 0xfc || (first == 0 && second == 0x64) || (first == 0x20 && second == 2);
        return special
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}

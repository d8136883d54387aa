package org.tallywire.aggregate.deliver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages after the Standard Webhooks specification: {@code v1,} and base64 of HMAC-SHA256 over {@code id.timestamp.body}. With
 * several keys there are several signatures, separated by blanks, so that a key can be rotated.
 */
final class Signature {
    private static final String PREFIX = "whsec_";

    private Signature() {}

    /** Value of the header webhook-signature. */
    static String of(List<byte[]> keys, String id, Instant at, String body) {
        byte[] text = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + hmac(key, text)).collect(Collectors.joining(" "));
    }

    /** Keys of a secret: {@code whsec_} and base64, several separated by blanks; IllegalArgumentException if it is none. */
    static List<byte[]> keys(String secret) {
        return List.of(secret.strip().split("\\s+")).stream()
                .map(one -> {
                    if (!one.startsWith(PREFIX)) {
                        throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
                    }
                    return Base64.getDecoder().decode(one.substring(PREFIX.length()));
                })
                .toList();
    }

    private static String hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

package org.tallywire.ingest.courts.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tallywire.avro.CourtRecord;
import org.tallywire.avro.Mode;

/** Hash over what a record says about a case: not over when, where and by which page it was read. */
final class ContentHash {
    private static final int BYTES = 16;

    private ContentHash() {}

    /** 32 hex digits; {@code token} is the register's own hash of the document, empty if it has none. */
    static String of(CourtRecord record, String token) {
        CourtRecord bare = CourtRecord.newBuilder(record)
                .setSourceId("")
                .setPostedAt(null)
                .setFetchedAt(null)
                .setCardReadAt(null)
                .setRowFields(List.of())
                .setUrl("")
                .setActUrl(null)
                .setRevision(0)
                .setChanges(List.of())
                .setMode(Mode.UNKNOWN)
                .setContentHash(token)
                .setParser("")
                .setWarnings(List.of())
                .build();
        byte[] digest = sha256().digest(bare.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package org.tallywire.ingest.courts.sudrf;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tallywire.avro.UidCheck;
import org.tallywire.ingest.courts.words.Plain;

/**
 * The unique identifier of a case, which all instances share: court of first registration, site, year, running number, and
 * a check number by ISO 7064 MOD 97-10 over digits and letters (A = 10 ... Z = 35).
 */
final class CaseUid {
    private static final Pattern SHAPE = Pattern.compile(
            "\\d{2}(VS|KJ|AJ|OS|RS|KV|AV|OV|GV|AO|AA|AS|UD|KS|US|GU|MS|IC)\\d{4}-0[1-9]-(19|20)\\d{2}-\\d{6}-\\d{2}");

    private CaseUid() {}

    /** The identifier in one form; it may be no good. */
    static String plain(String text) {
        return Plain.text(text).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    static UidCheck check(String uid) {
        if (uid.isEmpty()) {
            return UidCheck.ABSENT;
        }
        if (!SHAPE.matcher(uid).matches()) {
            return UidCheck.BAD_SHAPE;
        }
        return remainder(uid) == 1 ? UidCheck.VALID : UidCheck.BAD_CHECKSUM;
    }

    private static int remainder(String uid) {
        int remainder = 0;
        for (int i = 0; i < uid.length(); i++) {
            if (uid.charAt(i) != '-') {
                int value = Character.digit(uid.charAt(i), Character.MAX_RADIX);
                remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
            }
        }
        return remainder;
    }
}

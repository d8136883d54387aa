package org.tallywire.enrich.statute;

import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ChargeStage;
import org.tallywire.avro.StatuteMention;
import org.tallywire.enrich.text.Tokens;

/**
 * One statute that a text cites or implies.
 *
 * @param key statute key
 * @param role CITED, PRIOR, or UNKNOWN for an implied one
 * @param stage of the charge, where the text says
 * @param implied true for an offence word
 * @param first its first token
 * @param after the token behind its last one
 */
record Citation(String key, ChargeRole role, ChargeStage stage, boolean implied, int first, int after) {
    static Citation cited(String key, int first, int after) {
        return new Citation(key, ChargeRole.CITED, ChargeStage.UNKNOWN, false, first, after);
    }

    StatuteMention mention(Tokens tokens) {
        int start = tokens.start(first);
        int end = tokens.end(after - 1);
        return StatuteMention.newBuilder()
                .setKey(key)
                .setText(tokens.text().substring(start, end))
                .setRole(role)
                .setStage(stage)
                .setImplied(implied)
                .setStart(start)
                .setEnd(end)
                .build();
    }
}

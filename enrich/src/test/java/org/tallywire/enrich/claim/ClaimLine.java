package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.ClaimKind;
import org.tallywire.avro.ClaimMention;
import org.tallywire.avro.Comparison;
import org.tallywire.avro.Per;
import org.tallywire.avro.RelationKind;

/** Claims in the notation of the row files, which {@code rows-en.tsv} explains. */
public final class ClaimLine {
    /** The row files, without language and ending; all but the first were held out when they were written. */
    static final List<String> SETS =
            List.of("rows-", "heldout-", "second-", "third-", "fourth-", "fifth-", "sixth-", "periods-");

    private ClaimLine() {}

    /** One line for all claims of a text. */
    public static String of(List<ClaimMention> claims) {
        StringJoiner line = new StringJoiner(" ; ");
        claims.forEach(claim -> line.add(one(claim)));
        return claims.isEmpty() ? "-" : line.toString();
    }

    private static String one(ClaimMention claim) {
        StringBuilder out = new StringBuilder(number(claim.getValue()));
        if (claim.getHigh() != null) {
            out.append('-').append(number(claim.getHigh()));
        }
        out.append(' ').append(claim.getBound()).append(' ').append(thing(claim));
        if (claim.getFrom() != null || claim.getTo() != null) {
            out.append(' ').append(day(claim.getFrom())).append("..").append(day(claim.getTo()));
        }
        if (claim.getPer() != Per.NONE) {
            out.append(" /").append(claim.getPer());
        }
        if (claim.getPublisher() != null) {
            out.append(" @").append(claim.getPublisher());
        }
        claim.getScope().forEach(key -> out.append(" #").append(key));
        if (claim.getRelation() != null) {
            out.append(claim.getRelation().getKind() == RelationKind.BASE_OF ? " ~" : " <");
        }
        for (Comparison each : claim.getComparisons()) {
            out.append(" ^").append(each.getDirection()).append(' ').append(number(each.getChange()));
            out.append(' ').append(each.getChangeKind());
            out.append(each.getBaseValue() == null ? "" : " (" + number(each.getBaseValue()) + ")");
        }
        return out.toString();
    }

    /** The unit of a count, the kind of anything else. */
    private static Object thing(ClaimMention claim) {
        boolean counts = claim.getKind() == ClaimKind.COUNT || claim.getKind() == ClaimKind.RATE;
        return counts ? claim.getUnit() : claim.getKind();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "?";
        }
        return value == Math.rint(value)
                ? Long.toString(value.longValue())
                : Double.toString(Math.round(value * 1e4) / 1e4);
    }
}

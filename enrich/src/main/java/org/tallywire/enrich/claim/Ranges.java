package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.claim.Terms.Kind;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.text.Tokens;

/** Joins two numerals with a word such as "to", "and" or "до" between them to a range; the scale of the second spreads to the first. */
final class Ranges {
    /** By word between two numerals: the word that must stand before them; free: no verb of change; near: the numbers are near. */
    private final Map<String, String> links;

    private final Set<String> changes;

    Ranges(Terms terms) {
        links = terms.forms(Kind.RANGE);
        changes = terms.forms(Kind.CHANGED).keySet();
    }

    /** The numerals with ranges joined. */
    Numerals join(Tokens tokens, Numerals numerals) {
        List<Numeral> list = numerals.list();
        List<Numeral> joined = new ArrayList<>(list.size());
        for (int k = 0; k < list.size(); k++) {
            Numeral low = list.get(k);
            Numeral high = k + 1 < list.size() ? list.get(k + 1) : null;
            Numeral range = high == null ? null : range(tokens, low, high);
            joined.add(range == null ? low : range);
            k += range == null ? 0 : 1;
        }
        return new Numerals(List.copyOf(joined));
    }

    private @Nullable Numeral range(Tokens tokens, Numeral low, Numeral high) {
        boolean plain = low.shape() == Numeral.Shape.CARDINAL
                && (high.shape() == Numeral.Shape.CARDINAL || high.shape() == Numeral.Shape.PERCENT);
        if (!plain || high.from() != low.to() + 1 || tokens.sentence(low.from()) != tokens.sentence(high.from())) {
            return null;
        }
        String before = word(tokens, low.from() - 1);
        String need = links.getOrDefault(word(tokens, low.to()), "");
        boolean fits = switch (need) {
            case "" -> false;
            case "free" -> !changeBefore(tokens, low.from()) && !low.yearLike();
            case "near" ->
                high.value() - low.value() == 1 || low.spelled() == high.spelled() && high.value() <= low.value() * 2;
            default -> before.equals(need);
        };
        return fits ? merge(low, high) : null;
    }

    private static @Nullable Numeral merge(Numeral low, Numeral high) {
        double value = low.value();
        double scale = high.scaled() && !low.scaled() ? scaleOf(high.value()) : 1;
        value = value < 1000 && scale > 1 && value * scale < high.value() ? value * scale : value;
        return value < high.value()
                ? new Numeral(
                        low.from(),
                        high.to(),
                        value,
                        high.value(),
                        high.shape() == Numeral.Shape.PERCENT ? Numeral.Shape.PERCENT : Numeral.Shape.RANGE,
                        low.spelled() && high.spelled(),
                        low.scaled() || high.scaled(),
                        low.about(),
                        low.to())
                : null;
    }

    private static double scaleOf(double value) {
        return value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : value >= 1000 ? 1000 : 1;
    }

    private static String word(Tokens tokens, int i) {
        return tokens.is(i, Tokens.Kind.WORD) ? tokens.folded(i) : "";
    }

    /** "rose from 305 to 577" is a comparison. */
    private boolean changeBefore(Tokens tokens, int i) {
        for (int back = i - 1; back >= Math.max(0, i - 6); back--) {
            if (changes.contains(word(tokens, back))) {
                return true;
            }
        }
        return false;
    }
}

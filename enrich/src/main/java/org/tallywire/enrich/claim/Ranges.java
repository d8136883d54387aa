package org.tallywire.enrich.claim;

import java.util.ArrayList;
import java.util.List;
import org.tallywire.enrich.number.Numeral;
import org.tallywire.enrich.number.Numerals;
import org.tallywire.enrich.text.Tokens;

/** Joins two numerals with "to", "and", "до" or "or" between them to a range; the scale of the second spreads to the first. */
public final class Ranges {
    private Ranges() {}

    /** The numerals with ranges joined. */
    public static Numerals join(Tokens tokens, Numerals numerals) {
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

    private static @org.jspecify.annotations.Nullable Numeral range(Tokens tokens, Numeral low, Numeral high) {
        boolean plain = low.shape() == Numeral.Shape.CARDINAL
                && (high.shape() == Numeral.Shape.CARDINAL || high.shape() == Numeral.Shape.PERCENT);
        if (!plain || high.from() != low.to() + 1 || tokens.sentence(low.from()) != tokens.sentence(high.from())) {
            return null;
        }
        String before = word(tokens, low.from() - 1);
        boolean fits = switch (word(tokens, low.to())) {
            case "to", "through" -> !changeBefore(tokens, low.from()) && !low.yearLike();
            case "and" -> before.equals("between");
            case "и" -> before.equals("между");
            case "та", "і", "й" -> before.equals("між");
            case "до" -> before.equals("от") || before.equals("від");
            case "or", "или", "чи", "або" ->
                high.value() - low.value() == 1 || low.spelled() == high.spelled() && high.value() <= low.value() * 2;
            default -> false;
        };
        return fits ? merge(low, high) : null;
    }

    private static @org.jspecify.annotations.Nullable Numeral merge(Numeral low, Numeral high) {
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
    private static boolean changeBefore(Tokens tokens, int i) {
        for (int back = i - 1; back >= Math.max(0, i - 6); back--) {
            switch (word(tokens, back)) {
                case "rose",
                        "grew",
                        "increased",
                        "jumped",
                        "fell",
                        "dropped",
                        "up",
                        "down",
                        "climbed",
                        "risen",
                        "increase",
                        "surged",
                        "soared",
                        "declined",
                        "decreased",
                        "doubled",
                        "tripled",
                        "went",
                        "change",
                        "changed" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}

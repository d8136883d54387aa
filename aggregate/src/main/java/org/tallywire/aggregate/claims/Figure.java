package org.tallywire.aggregate.claims;

import java.util.Objects;
import org.tallywire.avro.Bound;
import org.tallywire.avro.Claim;

/**
 * The numbers that a published figure allows: "more than 4,000" allows 4,121, "about 50,000" allows 49,300.
 *
 * @param low lowest, included
 * @param high highest, included; infinite for an open bound
 */
record Figure(double low, double high) {
    static Figure of(Claim claim) {
        double value = value(claim);
        Double upper = claim.getHigh();
        return switch (claim.getBound()) {
            case AT_LEAST, MORE_THAN -> new Figure(value, Double.POSITIVE_INFINITY);
            case AT_MOST, FEWER_THAN -> new Figure(Double.NEGATIVE_INFINITY, value);
            case ABOUT -> new Figure(value - grain(value) / 2, value + grain(value) / 2);
            case RANGE -> new Figure(value, upper == null ? value : upper);
            case EXACT, UNKNOWN -> new Figure(value, value);
        };
    }

    /** True if one number fits both. */
    boolean meets(Figure other) {
        return low <= other.high && other.low <= high;
    }

    /**
     * True if the first claim is a rounded way to say the second: it does not claim to be exact, has more trailing zeros, and the
     * second lies within one unit of its last digit, on the side that its bound allows. 4,000+ rounds 4,121, not 5,200.
     */
    static boolean rounds(Claim rough, Claim exact) {
        if (rough.getBound() == Bound.EXACT || rough.getBound() == Bound.UNKNOWN || rough.getBound() == Bound.RANGE) {
            return false;
        }
        double grain = grain(value(rough));
        return grain > grain(value(exact))
                && Math.abs(value(rough) - value(exact)) < grain
                && of(rough).meets(of(exact));
    }

    /** True if both say the same number in the same way. */
    static boolean equal(Claim one, Claim other) {
        return one.getBound() == other.getBound()
                && Objects.equals(one.getValue(), other.getValue())
                && Objects.equals(one.getHigh(), other.getHigh());
    }

    static double value(Claim claim) {
        Double value = claim.getValue();
        return value == null ? 0 : value;
    }

    /** Unit of the last digit that is not zero: 1000 for 4,000, 100 for 4,100. */
    static double grain(double value) {
        double grain = 1;
        while (value != 0 && value % (grain * 10) == 0) {
            grain *= 10;
        }
        return grain;
    }
}

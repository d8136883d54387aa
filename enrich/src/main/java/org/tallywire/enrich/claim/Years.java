package org.tallywire.enrich.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tallywire.enrich.period.Period;
import org.tallywire.enrich.period.Period.Grain;
import org.tallywire.enrich.period.Period.Told;
import org.tallywire.enrich.text.Tokens;

/**
 * The time that a text speaks of. It says which year a month without one lies in ("In 2023 the line never slept. In November it took
 * 4,100 calls") and what "a year earlier" is earlier than.
 */
final class Years {
    /** A month named behind another one lies in its year, or in the next one if it is so near: December 2023, in January. */
    private static final int NEAR_MONTHS = 2;

    private final Tokens tokens;
    private final @Nullable LocalDate today;
    private @Nullable Period reference;
    private int paragraph = -1;

    Years(Tokens tokens, @Nullable LocalDate today) {
        this.tokens = tokens;
        this.today = today;
    }

    /**
     * Gives the phrases of a sentence the dates that the time spoken of makes them have.
     *
     * @param dates true for a phrase that dates a count of the sentence
     */
    void settle(Sentence sentence, Predicate<Period> dates) {
        int here = tokens.paragraph(sentence.from);
        Period before = here == paragraph ? reference : null;
        Period known = before != null ? before : first(sentence, dates);
        Period earlierThan = here - paragraph <= 1 ? reference : null;
        List<Period> periods = sentence.periods;
        for (int k = 0; k < periods.size(); k++) {
            Period period = periods.get(k);
            if (period.told() == Told.EARLIER && earlierThan != null) {
                periods.set(k, earlier(period, earlierThan));
            } else if (period.told() == Told.LATEST && known != null) {
                periods.set(k, inYear(period, known));
            }
            boolean speaks = refers(period) && (dates.test(period) || leads(sentence, period));
            known = speaks ? periods.get(k) : known;
            earlierThan = speaks || closed(period) ? periods.get(k) : earlierThan;
            if (speaks) {
                reference = periods.get(k);
                paragraph = here;
            }
        }
    }

    /** The first phrase that tells the year of the months before it: "80 in June and 90 in July 2023". */
    private static @Nullable Period first(Sentence sentence, Predicate<Period> dates) {
        for (Period period : sentence.periods) {
            if (refers(period) && period.grain() != Grain.YEAR && dates.test(period)) {
                return period;
            }
        }
        return null;
    }

    private static boolean leads(Sentence sentence, Period period) {
        return period.from() - sentence.from <= 1;
    }

    private static boolean refers(Period period) {
        return closed(period) && period.told() == Told.NAMED && period.grain() != Grain.LENGTH;
    }

    private static boolean closed(Period period) {
        return period.kind() == Period.Kind.SPAN && period.start() != null && period.end() != null;
    }

    private static Period earlier(Period period, Period reference) {
        LocalDate start = reference.start();
        LocalDate end = reference.end();
        int months = period.grain() == Grain.YEAR ? 12 : period.grain() == Grain.QUARTER ? 3 : 1;
        boolean fits = start != null && end != null && reference.grain() != Grain.LENGTH;
        return fits && start != null && end != null
                ? period.dated(start.minusMonths(months), end.minusMonths(months))
                : period;
    }

    /** A month, day, season or part of a year, moved into the year of the time spoken of; never behind the day of publication. */
    private Period inYear(Period period, Period reference) {
        LocalDate start = period.start();
        LocalDate spoken = reference.start();
        boolean stock = period.kind() == Period.Kind.UNTIL && period.grain() == Grain.DAY && !written(reference);
        if (start == null || spoken == null || stock || same(period, reference)) {
            return period;
        }
        int years = spoken.getYear() - start.getYear();
        long ahead = start.getMonthValue() - spoken.getMonthValue();
        boolean months = reference.grain() != Grain.YEAR;
        years += months && ahead + 12 <= NEAR_MONTHS ? 1 : months && 12 - ahead <= NEAR_MONTHS ? -1 : 0;
        LocalDate moved = start.plusYears(years);
        boolean future = today != null && moved.isAfter(today);
        LocalDate end = period.end();
        return future ? period : period.dated(moved, end == null ? null : end.plusYears(years));
    }

    /** True if a year stands in it in digits; "last year" says nothing of the day that a stock is told of. */
    private boolean written(Period period) {
        for (int i = period.from(); i < period.to(); i++) {
            if (tokens.is(i, Tokens.Kind.DIGITS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Period period, Period reference) {
        return period.start() != null
                && reference.start() != null
                && period.grain() == reference.grain()
                && period.start().getMonthValue() == reference.start().getMonthValue();
    }
}

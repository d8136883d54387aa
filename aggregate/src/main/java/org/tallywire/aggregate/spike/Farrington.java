package org.tallywire.aggregate.spike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Farrington flexible (Farrington et al. 1996, Noufaily et al. 2013) for weekly counts: a quasi-Poisson regression on trend and season
 * blocks over past years, past outbreaks weighted down by their Anscombe residuals, and a limit for this week's count. A yardstick: it needs
 * three to five years of history. A bucket that is missing counts 0.
 */
public final class Farrington implements Rule {
    private static final double ALPHA = 0.01;
    private static final int HALF_WINDOW = 3;
    private static final int YEARS_FOR_TREND = 3;
    /** A fit that runs away, as with an all but empty season, says nothing. */
    private static final double MOST_MEAN = 1e9;

    private final Variant variant;
    private final int leastYears;
    private final int mostYears;
    private final double z = Normal.quantileAbove(ALPHA);

    /** How the limit is drawn. */
    enum Threshold {
        /** Normal on the 2/3 power scale. */
        DELTA,
        /** Quantile of the negative binomial at the fitted mean. */
        PLUG_IN,
        /** The same at the upper quantile of the fitted mean. */
        UPPER_MEAN
    }

    /** The settings that make up a variant; names as users of the method know them. */
    public enum Variant {
        CLASSIC("farrington-classic", true, 1, 0.05, 1, 3, Threshold.DELTA, 5),
        FLEXIBLE("farrington-flexible", true, 2.58, 1, 10, 26, Threshold.PLUG_IN, 0),
        MUAN("farrington-muan", true, 2.58, 1, 10, 26, Threshold.UPPER_MEAN, 0),
        DELTA("farrington-delta", true, 2.58, 1, 10, 26, Threshold.DELTA, 0),
        NO_REWEIGHTING("farrington-noreweight", false, 2.58, 1, 1, 26, Threshold.PLUG_IN, 0);

        private final String title;
        private final boolean reweight;
        private final double residualLimit;
        private final double trendLimit;
        private final int seasons;
        private final int leftOut;
        private final Threshold threshold;
        private final int leastCases;

        Variant(
                String title,
                boolean reweight,
                double residualLimit,
                double trendLimit,
                int seasons,
                int leftOut,
                Threshold threshold,
                int leastCases) {
            this.title = title;
            this.reweight = reweight;
            this.residualLimit = residualLimit;
            this.trendLimit = trendLimit;
            this.seasons = seasons;
            this.leftOut = leftOut;
            this.threshold = threshold;
            this.leastCases = leastCases;
        }
    }

    /**
     * The figures behind a judgement.
     *
     * @param expected fitted mean
     * @param limitMean mean from which the limit is drawn
     * @param dispersion at least 1
     * @param trend slope per week on the log scale, NaN if it was dropped
     * @param upper limit, NaN where there are too few recent cases
     * @param p probability of so many or more
     * @param alarm the decision
     */
    record Figures(
            double expected,
            double limitMean,
            double dispersion,
            double trend,
            double upper,
            double p,
            boolean alarm) {}

    public Farrington(Variant variant, int leastYears, int mostYears) {
        this.variant = variant;
        this.leastYears = leastYears;
        this.mostYears = mostYears;
    }

    @Override
    public String name() {
        return variant.title;
    }

    @Override
    public List<Finding> judge(List<Bucket> buckets) {
        double[] counts = buckets.stream().mapToDouble(Bucket::count).toArray();
        boolean weekly =
                buckets.size() < 2 || buckets.get(1).day() - buckets.get(0).day() == 7;
        List<Finding> findings = new ArrayList<>();
        for (int week = 1; week <= counts.length; week++) {
            findings.add(weekly ? judge(counts, week) : Finding.NONE);
        }
        return findings;
    }

    private Finding judge(double[] counts, int week) {
        for (int years = mostYears; years >= leastYears; years--) {
            FarringtonBaseline baseline = baseline(week, years);
            if (!baseline.isEmpty()) {
                Figures figures = figures(counts, week, years, baseline);
                return new Finding(figures.expected, figures.upper, figures.p, figures.alarm);
            }
        }
        return Finding.NONE;
    }

    private FarringtonBaseline baseline(int week, int years) {
        return FarringtonBaseline.of(week, years, HALF_WINDOW, variant.seasons, variant.leftOut);
    }

    /** Figures of a week, counted from 1, with a number of years back. */
    Figures figures(double[] counts, int week, int years) {
        return figures(counts, week, years, baseline(week, years));
    }

    private Figures figures(double[] counts, int week, int years, FarringtonBaseline baseline) {
        double[] past =
                Arrays.stream(baseline.weeks()).mapToDouble(t -> counts[t - 1]).toArray();
        Fit fit = fit(baseline, past, week, true);
        boolean keep = years >= YEARS_FOR_TREND
                && (variant.trendLimit >= 1 || fit.trendP() < variant.trendLimit)
                && Math.exp(fit.eta) <= Arrays.stream(past).max().orElse(0);
        Fit used = keep ? fit : fit(baseline, past, week, false);
        return limit(counts, week, used, keep ? used.trend : Double.NaN);
    }

    /** A fitted model: log mean for the week, its standard error, dispersion, trend and its standard error, degrees of freedom. */
    private record Fit(double eta, double error, double dispersion, double trend, double trendError, int freedom) {
        /** Two-sided t test. */
        double trendP() {
            return StudentT.twoSided(trend / trendError, freedom);
        }
    }

    private Fit fit(FarringtonBaseline baseline, double[] past, int week, boolean trend) {
        double[][] x = new double[past.length][];
        for (int i = 0; i < past.length; i++) {
            x[i] = columns(baseline.weeks()[i], baseline.blocks()[i], trend);
        }
        double[] prior = new double[past.length];
        Arrays.fill(prior, 1);
        QuasiPoisson model = new QuasiPoisson(x, past, prior);
        if (variant.reweight) {
            model = new QuasiPoisson(x, past, reweighted(model, past));
        }
        double scale = variant.reweight ? model.priorDispersion() : model.dispersion();
        double[] now = columns(week, variant.seasons, trend);
        double[] slope = new double[now.length];
        slope[1 % now.length] = 1;
        return new Fit(
                model.eta(now),
                Math.sqrt(scale * model.variance(now)),
                Math.max(1, model.dispersion()),
                trend ? model.coefficients()[1] : 0,
                Math.sqrt(scale * model.variance(slope)),
                model.degreesOfFreedom());
    }

    private double[] columns(int week, int block, boolean trend) {
        int head = trend ? 2 : 1;
        double[] columns = new double[head + variant.seasons - 1];
        columns[0] = 1;
        if (trend) {
            columns[1] = week;
        }
        if (block > 1) {
            columns[head + block - 2] = 1;
        }
        return columns;
    }

    /** Weights that fall with the square of Anscombe residuals above the limit, scaled to keep their sum. */
    private double[] reweighted(QuasiPoisson model, double[] past) {
        double dispersion = Math.max(1, model.dispersion());
        double[] weights = new double[past.length];
        for (int i = 0; i < past.length; i++) {
            double mu = model.fitted(i);
            double residual = 1.5
                    * (Math.cbrt(past[i] * past[i]) * Math.pow(mu, -1.0 / 6) - Math.sqrt(mu))
                    / Math.sqrt(dispersion * (1 - model.leverage(i)));
            weights[i] = residual > variant.residualLimit ? 1 / (residual * residual) : 1;
        }
        double scale = past.length / Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight * scale).toArray();
    }

    private Figures limit(double[] counts, int week, Fit fit, double trend) {
        double count = counts[week - 1];
        double expected = Math.exp(fit.eta);
        double mean = variant.threshold == Threshold.UPPER_MEAN ? Math.exp(fit.eta + z * fit.error) : expected;
        double upper;
        double p;
        if (!(mean < MOST_MEAN)) {
            return new Figures(expected, mean, fit.dispersion, trend, Double.POSITIVE_INFINITY, Double.NaN, false);
        }
        if (variant.threshold == Threshold.DELTA) {
            double tau = fit.dispersion + fit.error * fit.error * mean;
            double sigma = Math.sqrt(4.0 / 9 * Math.cbrt(mean) * tau);
            upper = Math.pow(Math.max(0, Math.cbrt(mean * mean) + z * sigma), 1.5);
            p = Normal.above((Math.cbrt(count * count) - Math.cbrt(mean * mean)) / sigma);
        } else {
            upper = NegativeBinomial.quantile(1 - ALPHA, mean, fit.dispersion);
            p = NegativeBinomial.atLeast((long) count, mean, fit.dispersion);
        }
        double recent = Arrays.stream(counts, Math.max(0, week - 4), week).sum();
        boolean enough = recent >= variant.leastCases;
        boolean alarm = enough && count > upper && count > 0;
        return new Figures(expected, mean, fit.dispersion, trend, enough ? upper : Double.NaN, p, alarm);
    }
}

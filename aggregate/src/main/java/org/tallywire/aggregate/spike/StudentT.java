package org.tallywire.aggregate.spike;

/** Student's t distribution. */
final class StudentT {
    private StudentT() {}

    /** P(|T| > |t|): the incomplete beta function at freedom / (freedom + t^2) with freedom/2 and 1/2. */
    static double twoSided(double t, int freedom) {
        double x = freedom / (freedom + t * t);
        if (!(x < 1)) {
            return 1;
        }
        double a = freedom / 2.0;
        double b = 0.5;
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - SaddlePoint.logBeta(a, b));
        boolean near = x < (a + 1) / (a + b + 2);
        return near
                ? front / a * IncompleteBeta.fraction(a, b, x)
                : 1 - front / b * IncompleteBeta.fraction(b, a, 1 - x);
    }
}

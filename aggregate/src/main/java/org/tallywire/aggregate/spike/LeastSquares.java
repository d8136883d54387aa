package org.tallywire.aggregate.spike;

/**
 * A linear least squares problem solved by Householder reflections: finds b with the smallest |A b - z|. Keeps the triangle R of A = QR, so
 * that variances of linear combinations can be asked for.
 */
final class LeastSquares {
    private final int columns;
    private final double[][] triangle;
    private final double[] solution;

    /** @param a rows of the matrix, overwritten; @param z right side, overwritten */
    LeastSquares(double[][] a, double[] z) {
        this.columns = a[0].length;
        for (int j = 0; j < columns; j++) {
            reflect(a, z, j);
        }
        this.triangle = a;
        this.solution = new double[columns];
        for (int j = columns - 1; j >= 0; j--) {
            double rest = z[j];
            for (int k = j + 1; k < columns; k++) {
                rest -= a[j][k] * solution[k];
            }
            solution[j] = rest / a[j][j];
        }
    }

    /** Makes column j zero below the diagonal. */
    private static void reflect(double[][] a, double[] z, int j) {
        double norm = 0;
        for (int i = j; i < a.length; i++) {
            norm = Math.hypot(norm, a[i][j]);
        }
        double alpha = a[j][j] > 0 ? -norm : norm;
        double head = a[j][j] - alpha;
        double[] v = new double[a.length];
        v[j] = head;
        double square = head * head;
        for (int i = j + 1; i < a.length; i++) {
            v[i] = a[i][j];
            square += v[i] * v[i];
        }
        if (square == 0) {
            return;
        }
        for (int k = j; k < a[0].length; k++) {
            double dot = 0;
            for (int i = j; i < a.length; i++) {
                dot += v[i] * a[i][k];
            }
            for (int i = j; i < a.length; i++) {
                a[i][k] -= 2 * dot / square * v[i];
            }
        }
        double dot = 0;
        for (int i = j; i < a.length; i++) {
            dot += v[i] * z[i];
        }
        for (int i = j; i < a.length; i++) {
            z[i] -= 2 * dot / square * v[i];
        }
    }

    double[] solution() {
        return solution;
    }

    /** x' (A'A)^-1 x: the variance of x'b for errors of variance 1; of a row of A, its leverage. */
    double variance(double[] x) {
        double[] u = new double[columns];
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            double rest = x[j];
            for (int k = 0; k < j; k++) {
                rest -= triangle[k][j] * u[k];
            }
            u[j] = rest / triangle[j][j];
            sum += u[j] * u[j];
        }
        return sum;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/** The gamma function and the gamma distribution. Source: Press et al., "Numerical Recipes", chapter 6. */
final class Gamma {
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572E-6,
        1.5056327351493116E-7
    };
    private static final int MOST_TERMS = 100_000;
    private static final double PRECISION = 1e-14;
    private static final double TINY = 1e-300;
    private static final int HALVINGS = 200;

    private Gamma() {}

    /** The logarithm of the gamma function of {@code x}, which is at least 0.5. */
    static double log(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double base = x + LANCZOS.length - 2.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
    }

    /** The logarithm of "n choose k". */
    static double logChoose(long n, long k) {
        return log(n + 1.0) - log(k + 1.0) - log(n - k + 1.0);
    }

    /** The value that a gamma variable of that shape and of scale 1 stays below with {@code probability}. */
    static double quantile(double probability, double shape) {
        double low = 0;
        double high = shape + 1;
        while (below(shape, high) < probability) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (below(shape, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability that a gamma variable of that shape and of scale 1 stays below {@code x}. */
    static double below(double shape, double x) {
        if (x <= 0) {
            return 0;
        }
        double factor = Math.exp(shape * Math.log(x) - x - (log(shape + 1) - Math.log(shape)));
        return x < shape + 1 ? factor * series(shape, x) : 1 - factor * fraction(shape, x);
    }

    private static double series(double shape, double x) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
            term *= x / (shape + n);
            sum += term;
        }
        return sum;
    }

    /** Lentz's way to compute the continued fraction. */
    private static double fraction(double shape, double x) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double a = -n * (n - shape);
            b += 2;
            d = 1 / away(a * d + b);
            c = away(b + a / c);
            double step = c * d;
            value *= step;
            if (Math.abs(step - 1) < PRECISION) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Measured values of one side. */
public final class Samples {
    /** Beyond it the machine did something else, too. */
    private static final double QUIET = 1.5;

    private double[] values = new double[0];

    /** None yet. */
    public Samples() {}

    /** Adds a value. */
    public void add(double value) {
        values = Arrays.copyOf(values, values.length + 1);
        values[values.length - 1] = value;
        Arrays.sort(values);
    }

    /** The value in the middle; of two the mean. */
    public double median() {
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /** Whether the greatest is at most half as much again as the least. */
    public boolean isQuiet() {
        return values[values.length - 1] <= values[0] * QUIET;
    }

    /** Median and bounds, for people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "median %,.0f (%,.0f to %,.0f)", median(), values[0], values[values.length - 1]);
    }
}

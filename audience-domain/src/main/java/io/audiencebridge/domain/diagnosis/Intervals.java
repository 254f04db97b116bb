// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;

/** Intervals that hold at a confidence at least, whatever the truth: exact ones where there are such, else conservative ones. */
final class Intervals {
    /** Beyond that a draw does not change a population that anybody could measure. */
    private static final long ENDLESS = 1_000_000_000;

    private static final int HALVINGS = 60;

    private Intervals() {}

    /**
     * The share of hits in a population of which {@code read} were drawn by chance and {@code hits} were hits: all shares under which so many or so few are not too improbable. Without a
     * population's size it is taken to be endless (Clopper and Pearson), else nothing is put back (the hypergeometric counterpart).
     */
    static Interval share(long hits, long read, OptionalLong population, double confidence) {
        if (read == 0) {
            return new Interval(0, 0, 1);
        }
        double tail = (1 - confidence) / 2;
        double estimate = (double) hits / read;
        long all = population.orElse(Long.MAX_VALUE);
        if (all <= read) {
            return new Interval(estimate, estimate, estimate);
        }
        return all > ENDLESS ? ofEndless(hits, read, tail) : ofFinite(hits, read, all, tail);
    }

    /**
     * A sum of independent rare events, each with a weight of its own (Fay and Feuer 1997); with weights of 1 the exact interval of Poisson's distribution (Garwood).
     *
     * @param sum of the weights seen
     * @param squares the sum of their squares
     * @param greatest the greatest weight that one event may have, as far as was seen; at least 1
     */
    static Interval sum(double sum, double squares, double greatest, double confidence) {
        double tail = (1 - confidence) / 2;
        double low = sum == 0 ? 0 : squares / sum * Gamma.quantile(tail, sum * sum / squares);
        double more = sum + greatest;
        double moreSquares = squares + greatest * greatest;
        return new Interval(low, sum, moreSquares / more * Gamma.quantile(1 - tail, more * more / moreSquares));
    }

    /** The same around the same estimate, {@code factor} times as wide. */
    static Interval widened(Interval interval, double factor) {
        return new Interval(
                interval.estimate() - (interval.estimate() - interval.low()) * factor,
                interval.estimate(),
                interval.estimate() + (interval.high() - interval.estimate()) * factor);
    }

    /** Each end {@code factor} times as high. */
    static Interval times(Interval interval, double factor) {
        return new Interval(interval.low() * factor, interval.estimate() * factor, interval.high() * factor);
    }

    /** The same, between {@code least} and {@code most}. */
    static Interval within(Interval interval, double least, double most) {
        return new Interval(
                clamp(interval.low(), least, most),
                clamp(interval.estimate(), least, most),
                clamp(interval.high(), least, most));
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private static Interval ofFinite(long hits, long read, long all, double tail) {
        long least = hits;
        long most = all - read + hits;
        long low = hits == 0
                ? 0
                : first(least, most, marked -> new Draw.FromFinite(all, marked, read).atLeast(hits) > tail);
        long high = first(
                        least,
                        most + 1,
                        marked -> marked > most || new Draw.FromFinite(all, marked, read).atMost(hits) <= tail)
                - 1;
        return new Interval((double) low / all, (double) hits / read, (double) Math.max(high, low) / all);
    }

    /** The first number from {@code from} on of which {@code holds}, which then holds of all greater ones; {@code to} does for sure. */
    private static long first(long from, long to, LongPredicate holds) {
        long low = from;
        long high = to;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Interval ofEndless(long hits, long read, double tail) {
        double low = 0;
        double high = 1;
        if (hits > 0) {
            low = bisect(share -> new Draw.FromEndless(share, read).atLeast(hits) > tail);
        }
        if (hits < read) {
            high = bisect(share -> new Draw.FromEndless(share, read).atMost(hits) <= tail);
        }
        return new Interval(low, (double) hits / read, high);
    }

    private static double bisect(DoublePredicate holds) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.KeyRoute;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Rows, or keys to be looked up, that a route does in a second: the median of what past runs took and of a first guess, which so counts for less with each run. Within bounds,
 * so that one odd run cannot rule a route out for ever.
 */
final class RouteRates {
    /** A rate may be so many times better or worse than the first guess. */
    private static final double BOUND = 50;

    private static final int NEWEST = 5;

    /** First guesses, on the careful side: a server that answers pages of 10,000 rows twice a second, a file, a query in 100 ms, a disk. */
    private static final Map<KeyRoute, Double> GUESSES = HashMap.of(
            KeyRoute.SCAN, 20_000.0, KeyRoute.EXTRACT, 400_000.0, KeyRoute.LOOK_UP, 2_000.0, KeyRoute.KEPT_INDEX, 4e6);

    private final Map<KeyRoute, Seq<Double>> measured;

    private RouteRates(Map<KeyRoute, Seq<Double>> measured) {
        this.measured = measured;
    }

    /** Guesses alone. */
    static RouteRates guessed() {
        return new RouteRates(HashMap.empty());
    }

    /** These, and one more measurement, newer than all before. */
    RouteRates with(KeyRoute route, double perSecond) {
        Seq<Double> all = measured.getOrElse(route, Vector.empty()).append(bounded(route, perSecond));
        return new RouteRates(measured.put(route, all.takeRight(NEWEST)));
    }

    double perSecond(KeyRoute route) {
        Seq<Double> sorted =
                measured.getOrElse(route, Vector.empty()).append(guess(route)).sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double bounded(KeyRoute route, double perSecond) {
        return Math.max(guess(route) / BOUND, Math.min(guess(route) * BOUND, perSecond));
    }

    private static double guess(KeyRoute route) {
        return GUESSES.get(route).get();
    }
}

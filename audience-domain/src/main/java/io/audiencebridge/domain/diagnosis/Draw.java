// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/** How many hits a draw may have: the probability of each number, and of its neighbours in proportion. */
interface Draw {
    /** The logarithm of the probability of {@code hits}; negative infinity when they cannot be. */
    double log(long hits);

    /** How many times as probable one hit less is. */
    double oneLess(long hits);

    /** How many times as probable one hit more is. */
    double oneMore(long hits);

    /** The hits to be expected. */
    double mean();

    /** The probability of {@code hits} or fewer. */
    default double atMost(long hits) {
        return hits < mean() ? down(hits) : 1 - up(hits + 1);
    }

    /** The probability of {@code hits} or more. */
    default double atLeast(long hits) {
        return hits > mean() ? up(hits) : 1 - down(hits - 1);
    }

    private double down(long hits) {
        double term = hits < 0 ? 0 : Math.exp(log(hits));
        double sum = term;
        for (long i = hits; i > 0 && term > sum * 1e-16; i--) {
            term *= oneLess(i);
            sum += term;
        }
        return Math.min(1, sum);
    }

    private double up(long hits) {
        double term = Math.exp(log(hits));
        double sum = term;
        for (long i = hits; term > sum * 1e-16; i++) {
            term *= oneMore(i);
            sum += term;
        }
        return Math.min(1, sum);
    }

    /**
     * From a population, without putting back.
     *
     * @param all the population
     * @param marked those of it that are hits
     * @param drawn how many are drawn
     */
    record FromFinite(long all, long marked, long drawn) implements Draw {
        @Override
        public double log(long hits) {
            return hits < Math.max(0, drawn - (all - marked)) || hits > Math.min(marked, drawn)
                    ? Double.NEGATIVE_INFINITY
                    : Gamma.logChoose(marked, hits)
                            + Gamma.logChoose(all - marked, drawn - hits)
                            - Gamma.logChoose(all, drawn);
        }

        @Override
        public double oneLess(long hits) {
            double rest = all - marked - drawn + hits;
            return rest <= 0 ? 0 : hits * rest / ((double) (marked - hits + 1) * (drawn - hits + 1));
        }

        @Override
        public double oneMore(long hits) {
            double open = (double) (marked - hits) * (drawn - hits);
            return open <= 0 ? 0 : open / ((hits + 1.0) * (all - marked - drawn + hits + 1));
        }

        @Override
        public double mean() {
            return (double) drawn * marked / all;
        }
    }

    /**
     * From a population so large that drawing does not change it.
     *
     * @param share of the population that are hits, above 0 and below 1
     * @param drawn how many are drawn
     */
    record FromEndless(double share, long drawn) implements Draw {
        @Override
        public double log(long hits) {
            return hits > drawn
                    ? Double.NEGATIVE_INFINITY
                    : Gamma.logChoose(drawn, hits) + hits * Math.log(share) + (drawn - hits) * Math.log1p(-share);
        }

        @Override
        public double oneLess(long hits) {
            return hits * (1 - share) / ((drawn - hits + 1) * share);
        }

        @Override
        public double oneMore(long hits) {
            return hits >= drawn ? 0 : (drawn - hits) * share / ((hits + 1) * (1 - share));
        }

        @Override
        public double mean() {
            return drawn * share;
        }
    }
}

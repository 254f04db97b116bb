// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * People made up from a seed: the same number and seed give the same people. Of every fifty, 35 have one visitor id, five have two or three, nine have none, and
 * one shares the visitor id of the person before; about one in a hundred opted out.
 */
final class GeneratedPeople implements Iterable<SeedRecipient> {
    private static final int CYCLE = 50;
    private static final int OPT_OUT_CYCLE = 101;
    private static final int OPT_OUT_STEP = 37;

    private final int count;
    private final long seed;

    GeneratedPeople(int count, long seed) {
        this.count = count;
        this.seed = seed;
    }

    @Override
    public Iterator<SeedRecipient> iterator() {
        return IntStream.rangeClosed(1, count).mapToObj(this::person).iterator();
    }

    private SeedRecipient person(int number) {
        boolean optedOut = Math.floorMod((long) number * OPT_OUT_STEP + seed, OPT_OUT_CYCLE) == 0;
        return new SeedRecipient(
                Integer.toString(number),
                "person" + number + "@example.com",
                "CRM-" + padded(number, 8),
                visitorIds(number),
                optedOut);
    }

    private List<String> visitorIds(int number) {
        int turn = Math.floorMod(number + seed, CYCLE);
        if (turn == 0) {
            return List.of(visitorId(Math.max(1, number - 1), 1));
        }
        return IntStream.rangeClosed(1, howMany(turn))
                .mapToObj(which -> visitorId(number, which))
                .toList();
    }

    private static int howMany(int turn) {
        if (turn < 10) {
            return 0;
        }
        if (turn < 13) {
            return 2;
        }
        return turn < 15 ? 3 : 1;
    }

    /** Two numbers of 63 bits, 19 digits each, as the real ones are. */
    private String visitorId(int number, int which) {
        long start = mixed(seed * 1_000_003 + number * 4L + which);
        return padded(start >>> 1, 19) + padded(mixed(start) >>> 1, 19);
    }

    private static String padded(long value, int digits) {
        String text = Long.toString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** The finishing steps of SplitMix64: every bit of the result hangs on every bit of the value. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

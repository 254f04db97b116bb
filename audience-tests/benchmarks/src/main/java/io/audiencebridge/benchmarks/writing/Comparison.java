// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.benchmarks.Benchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * Sides that write the same members in turns, ours first, and not before all have written the same rows.
 *
 * @param members how many
 * @param keys {@code ecid} or {@code sha256}
 * @param rounds turns of each side
 * @param folder where they write
 */
record Comparison(int members, String keys, int rounds, String folder) {
    /** Writings before the clock runs, beside the one that is looked at: ours is over so soon that its compiler has seen little of it. */
    private static final int WARM_UPS = 4;

    /** Writings of ours a round. */
    private static final int WRITINGS = 3;

    /** A side of its title and name. */
    Contender start(String title, String side) throws IOException {
        return Contender.start(title, side, members, keys, folder);
    }

    /** Prints what {@code all} did; the figures are in them. */
    void run(List<Contender> all, PrintStream out) throws IOException {
        Contender ours = all.get(0);
        out.println("equal: " + agreed(all));
        for (int i = 0; i < WARM_UPS; i++) {
            ours.warmUp();
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender one : all) {
                for (int i = 0; i < (one == ours ? WRITINGS : 1); i++) {
                    one.measure();
                }
            }
        }
        all.forEach(out::println);
        if (!all.stream().allMatch(one -> one.speed().isQuiet())) {
            out.println("noisy: a side's best and worst differ by more than half; repeat on a quiet machine");
        }
    }

    private String agreed(List<Contender> all) throws IOException {
        Turn first = all.get(0).verify();
        if (first.rows() != members) {
            throw new Benchmark.Refused("Our files hold " + first.rows() + " rows of " + members + " members");
        }
        for (Contender other : all.subList(1, all.size())) {
            Turn turn = other.verify();
            if (!turn.digest().equals(first.digest())) {
                throw new Benchmark.Refused("The sides do not write the same: " + first.rows() + " rows with digest "
                        + first.digest() + ", and " + turn.rows() + " with " + turn.digest());
            }
        }
        return first.rows() + " rows in every side's files, with digest " + first.digest();
    }
}

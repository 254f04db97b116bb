// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.scale;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.SideBySide;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Matches on command: a line with the numbers of members and recipients in; what was found, nanoseconds of all, and nanoseconds of one thread that only makes the rows out. */
public final class ScalingDesk {
    /** The argument that lets the heap alone decide how many members there is room for; else the engine's own estimate refuses those who might not fit. */
    static final String ALL_OF_THE_HEAP = "all-of-the-heap";

    private static final long SEED = 4711;

    private ScalingDesk() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService helpers = Executors.newFixedThreadPool(threads);
        long budget = List.of(arguments).contains(ALL_OF_THE_HEAP)
                ? Long.MAX_VALUE
                : Runtime.getRuntime().maxMemory();
        PackedReconciler engine = new PackedReconciler(helpers, threads, SEED, budget);
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String[] numbers = line.split(" ", -1);
                Multitude multitude = new Multitude(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
                long making = making(multitude);
                System.gc();
                long begun = System.nanoTime();
                Matching matching = match(engine, multitude, 4 * threads);
                System.out.println(told(matching) + ";" + (System.nanoTime() - begun) + ";" + making);
                System.out.flush();
            }
        } finally {
            helpers.shutdownNow();
        }
    }

    private static Matching match(PackedReconciler engine, Multitude multitude, int parts) {
        MatchTask task = MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(rows(multitude, true, parts))
                .recipients(rows(multitude, false, parts))
                .expectedMembers(multitude.members())
                .build();
        Call call = Call.within("benchmark", Duration.ofHours(2), System::nanoTime, Progress.SILENT);
        return engine.match(task, call).getOrElseThrow(failed -> new IllegalStateException(failed.message()));
    }

    private static KeySource rows(Multitude multitude, boolean members, int parts) {
        long rows = members ? multitude.members() : multitude.recipients();
        return new SideBySide(Vector.range(0, parts)
                .map(part -> new Stream(multitude, members, rows * part / parts, rows * (part + 1) / parts)));
    }

    /** At most a million rows of either side tell what a row costs to make. */
    private static long making(Multitude multitude) {
        long sample = Math.min(1_000_000, Math.min(multitude.members(), multitude.recipients()));
        long begun = System.nanoTime();
        drain(new Stream(multitude, true, 0, sample));
        drain(new Stream(multitude, false, 0, sample));
        return (System.nanoTime() - begun) * (multitude.members() + multitude.recipients()) / (2 * sample);
    }

    private static void drain(KeySource source) {
        Either<BridgeError, Option<TextKeys>> next = source.next();
        while (next.get().isDefined()) {
            next.get().get().giveBack();
            next = source.next();
        }
    }

    private static String told(Matching matching) {
        IdSet ids = matching.recipients();
        long sum = 0;
        for (int i = 0; i < ids.size(); i++) {
            sum += ids.low(i);
        }
        MatchTally tally = matching.tally();
        return Multitude.told(
                tally.matched(), tally.ambiguous(), tally.unmatched(), tally.duplicate(), ids.size(), sum);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.micro;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Whole matches by the engine in memory, in one thread, which {@link Micro} takes one from the other: what more rows add to a match is what a row costs once the engine is
 * under way. Recipients are the members themselves, over and over ({@code found}), or others ({@code strangers}).
 */
@State(Scope.Thread)
public class MatchingRows {
    /** Batches of the shorter match; the longer one has as many more. */
    static final int BATCHES = 64;

    /** Members are what the engine holds, so that each takes memory: the one step that is no steady state. */
    static final String NOT_STEADY = "adding";

    private static final long SEED = 4711;

    @Param({"" + BATCHES, "" + 2 * BATCHES})
    int batches = BATCHES;

    private final TextKeys members = Rows.visitors(0);
    private final TextKeys named = firstBatch(members);
    private final TextKeys strangers = Rows.visitors(1);
    private final PackedReconciler engine = new PackedReconciler(Runnable::run, 1, SEED, Long.MAX_VALUE);

    /** For JMH. */
    public MatchingRows() {}

    /** One batch of members, many of recipients whom all of them name. */
    @Benchmark
    public long found() {
        return match(1, Repeated.same(named, batches), Rows.BATCH);
    }

    /** One batch of members, many of recipients whom nobody names. */
    @Benchmark
    public long strangers() {
        return match(1, Repeated.same(strangers, batches), 0);
    }

    /** Many batches of members, each another, and one of recipients. */
    @Benchmark
    public long adding() {
        return match(batches, Repeated.same(strangers, 1), 0);
    }

    /** As the members' only batch has them. */
    private static TextKeys firstBatch(TextKeys members) {
        return Repeated.distinct(members, 1).next().get().get();
    }

    private long match(int membersBatches, Repeated recipients, long expected) {
        MatchTask task = MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(Repeated.distinct(members, membersBatches))
                .recipients(recipients)
                .build();
        Call call = Call.within("benchmark", Duration.ofHours(1), System::nanoTime, Progress.SILENT);
        long matched = engine.match(task, call).get().tally().matched();
        if (matched != expected) {
            throw new IllegalStateException(matched + " matched, but there are " + expected);
        }
        return matched;
    }
}

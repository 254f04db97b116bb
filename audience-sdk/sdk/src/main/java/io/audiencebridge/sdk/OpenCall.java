// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.sharing.RunId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A call that is not over, and the runs it works on. Safe for use by several threads. */
final class OpenCall {
    private final Call call;
    private final Queue<RunId> runs = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<OpenCall> over = new CompletableFuture<>();

    OpenCall(Call call) {
        this.call = call;
    }

    Call call() {
        return call;
    }

    /** Notes that {@code run} stays unfinished if the call is cut short. */
    RunId worksOn(RunId run) {
        runs.add(run);
        return run;
    }

    Seq<RunId> runs() {
        return Vector.ofAll(runs);
    }

    void end() {
        over.complete(this);
    }

    CompletableFuture<OpenCall> over() {
        return over;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** The jobs of one call: they end when it does. */
final class Jobs {
    private final SparkContext context;
    private final Call call;
    private final String group = "audience-bridge-" + UUID.randomUUID();

    Jobs(SparkSession session, Call call) {
        this.context = session.sparkContext();
        this.call = call;
    }

    /** Runs {@code work}. Left: its own, the call's end, or {@code LocalFailure} that names the failure's kind; its text could hold a key. */
    <T> Either<BridgeError, T> run(Supplier<Either<BridgeError, T>> work) {
        context.setJobGroup(group, "Audience Bridge, call " + call.correlationId(), false);
        Call.Registration cancelling = call.onCancel(this::cancel);
        Executor later = CompletableFuture.delayedExecutor(call.remaining().toMillis() + 1, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> limit = CompletableFuture.runAsync(this::cancel, later);
        try {
            return call.check().flatMap(open -> work.get());
        } catch (RuntimeException failed) {
            if (!isSparks(failed)) {
                throw failed;
            }
            return ended(failed);
        } catch (Exception failed) {
            // Scala throws what Java would have to declare.
            return ended(failed);
        } finally {
            limit.cancel(false);
            cancelling.close();
            context.clearJobGroup();
        }
    }

    private <T> Either<BridgeError, T> ended(Exception failed) {
        return call.check()
                .flatMap(open -> Either.left(BridgeError.LocalFailure.of("Spark failed a job of group " + group + ": "
                        + failed.getClass().getSimpleName() + "; nothing was written. Spark's own log says why")));
    }

    private static boolean isSparks(Exception failed) {
        return failed.getClass().getName().startsWith("org.apache.spark");
    }

    private void cancel() {
        context.cancelJobGroup(group);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Call call = Call.within("c-1", Duration.ofSeconds(5), nanos::get, Progress.SILENT);

    @Test
    void a_call_ends_at_its_deadline() {
        nanos.set(Duration.ofSeconds(5).toNanos());

        assertThat(call.check().getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
        assertThat(call.remaining()).isZero();
    }

    @Test
    void cancelling_runs_each_hook_once_and_late_hooks_at_once() {
        var ran = new AtomicInteger();
        var withdrawn = call.onCancel(() -> ran.addAndGet(100));
        call.onCancel(ran::incrementAndGet);
        withdrawn.close();

        call.cancel();
        call.cancel();
        call.onCancel(ran::incrementAndGet);

        assertThat(ran).hasValue(2);
        assertThat(call.check().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(call.check().getLeft().incident().correlationId()).isEqualTo("c-1");
    }
}

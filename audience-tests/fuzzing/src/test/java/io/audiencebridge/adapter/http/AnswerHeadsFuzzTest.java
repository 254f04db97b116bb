// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a server may say of when to come again. */
class AnswerHeadsFuzzTest {
    private static final Backoff BACKOFF =
            new Backoff(Clock.fixed(FuzzBridge.NOON, ZoneOffset.UTC), RandomGenerator.getDefault());

    @FuzzTest
    void any_pause_is_understood_or_left_out(byte[] input) {
        Foreign foreign = new Foreign(input).perhapsAmplified();
        Watched.reading(foreign.length(), () -> {
            Optional<Duration> asked = BACKOFF.retryAfter(foreign.latin());
            boolean backwards = asked.filter(Duration::isNegative).isPresent();
            if (backwards || BACKOFF.after(1, asked).isNegative()) {
                throw new AssertionError("A pause that ends before it begins");
            }
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trait takes members four hours after it was made, by Audience Manager's clock, whatever ours says (SEMANTICS S19). */
class ClocksApartTest {
    private static final Duration LITTLE = Duration.ofMinutes(1);

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "PT3H", "P1D"})
    void a_clock_that_is_ahead_does_not_send_members_early(Duration ahead) {
        try (Sandbox sandbox = Sandbox.builder()
                        .recipients(People.withoutSharedKeys(30))
                        .start();
                AudienceBridge bridge = Journey.builder(sandbox.description(), home)
                        .clock(() -> sandbox.clock().instant().plus(ahead))
                        .build()) {
            Receipt first = bridge.share(Journey.shareOfEverybody(sandbox, "Gold"));
            sandbox.clock().advance(Duration.ofHours(4).minus(LITTLE));
            Receipt early = bridge.resume(first.run());
            sandbox.clock().advance(LITTLE.multipliedBy(2));
            Receipt sent = bridge.resume(first.run());
            sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Receipt stored = bridge.track(first.run());

            assertThat(first.state()).isEqualTo(RunState.AWAITING_TRAIT);
            assertThat(early.state()).isEqualTo(RunState.AWAITING_TRAIT);
            assertThat(sent.state()).isEqualTo(RunState.DELIVERED);
            assertThat(stored.stored().orElseThrow().stored())
                    .isEqualTo(sent.exported().orElseThrow().rows());
        }
    }
}

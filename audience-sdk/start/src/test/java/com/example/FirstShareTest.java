// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.junit.SandboxTest;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a sandbox as it was at the start; what else it can be given, and faults, are in the guide "Testing". */
@SandboxTest(recipients = 100)
final class FirstShareTest {
    @TempDir
    Path home;

    @Test
    void everybody_is_accounted_for(Sandbox sandbox) {
        try (AudienceBridge bridge = FirstShare.bridge(sandbox, home)) {
            ExportTally tally = FirstShare.share(sandbox, bridge).exported().orElseThrow();

            assertThat(tally.read()).isEqualTo(100);
            assertThat(tally.shared() + tally.complement().total()).isEqualTo(100);
        }
    }
}

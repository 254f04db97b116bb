// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.MergeRule;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Bridges;
import io.audiencebridge.trials.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes set-ups in one sandbox, one after the other, each after a clean reset, and has each looked at through a bridge of its own. For one thread. */
final class Clinic implements AutoCloseable {
    private static final int PEOPLE = 60;

    private final Doctor doctor;
    private final Sandbox sandbox = Sandbox.builder().recipients(PEOPLE).start();
    private final Control control = new Control(sandbox.control());

    Clinic(Doctor doctor) {
        this.doctor = doctor;
    }

    /** Makes the set-up and has it looked at. */
    Verdict examined(SetUp setUp) throws IOException, InterruptedException {
        control.reset();
        Path home = Files.createTempDirectory("diagnose");
        try (AudienceBridge bridge = bridge(home)) {
            Ground ground = new Ground(sandbox, control);
            ground.prepare(setUp.journey(), bridge);
            setUp.broken().on(control);
            try (AudienceBridge looking = bridge(home)) {
                Diagnosis diagnosis = doctor.diagnose(looking, ground.request(setUp.journey()));
                return new Verdict(setUp, diagnosis);
            }
        } finally {
            Folders.delete(home);
        }
    }

    private AudienceBridge bridge(Path home) {
        AudienceManagerSettings.Builder settings = AudienceManagerSettings.builder()
                .addMergeRules(MergeRule.lastAuthenticated(
                        sandbox.audienceManagerData().mergeRuleDataSourceId(),
                        sandbox.audienceManagerData().declaredDataSourceId()))
                .http(HttpSettings.builder().maxAttempts(1).build());
        return Bridges.builder(sandbox.description(), home, settings)
                .clock(sandbox.clock())
                .build();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}

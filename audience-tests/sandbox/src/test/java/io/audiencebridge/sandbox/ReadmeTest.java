// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The examples of the README, run. */
class ReadmeTest {
    @Test
    void a_sandbox_in_a_test() {
        try (Sandbox sandbox = Sandbox.builder().recipients(1000).start()) {
            sandbox.campaign(); // a base address
            sandbox.clock().advance(Duration.ofHours(36)); // what fell due in between is done when this returns
            sandbox.campaignData().lists(); // what is there, past the wire
        }
    }

    @Test
    void exports_of_platform() {
        try (Sandbox sandbox = Sandbox.builder().recipients(0).start()) {
            SandboxExperiencePlatform platform = sandbox.experiencePlatformData();
            platform.put(Profile.of("ann").name("Ann", "Lee").email("ann@x.org").identity("crmId", "CRM-1"));
            String vip = platform.addAudience("VIP");
            platform.qualify(vip, "ann"); // or exit, or at a time that is still to come
            String destination = platform.addDestination(Destination.named("Campaign")
                    .to(Target.bucket("aep/campaign")) // Target.sftp("exchange/aep"), Target.folder(path)
                    .column("personalEmail.address")
                    .column("identityMap.crmId", "crmId")
                    .column("segmentMembership.status")
                    .audience(Activation.of(vip).incremental(Frequency.EVERY_3_HOURS))
                    .manifest(true)
                    .build());
            sandbox.clock().advance(Duration.ofDays(1)); // eight runs; or platform.export(destination, vip)

            assertThat(destination).isNotBlank();
            assertThat(sandbox.objects().list(sandbox.platformBucket())).isNotEmpty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManager;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A class of tests that uses the annotation as anybody would. */
@SandboxTest(recipients = 3, clockAhead = "PT36H")
class SandboxTestTest {
    @Test
    void parameters_are_parts_of_one_sandbox(
            Sandbox sandbox,
            SandboxClock clock,
            SandboxCampaign campaign,
            SandboxAudienceManager audienceManager,
            SandboxExperiencePlatform platform,
            SandboxBrowser browser,
            @SandboxAddress("campaign") URI address,
            @SandboxAddress("orgId") String organisation) {
        assertThat(clock).isSameAs(sandbox.clock());
        assertThat(campaign.lists().get(0).memberIds()).hasSize(3);
        assertThat(audienceManager.pid()).isPositive();
        assertThat(platform).isNotNull();
        assertThat(browser).isNotNull();
        assertThat(address).isEqualTo(sandbox.campaign());
        assertThat(organisation).isEqualTo(sandbox.orgId());
    }

    @Test
    void the_clock_is_ahead(SandboxClock clock) {
        assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofHours(35)));
    }

    @Test
    @SandboxFault(system = "campaign", path = "/r/test", times = 1, status = 429, retryAfter = 7)
    void a_fault_happens_as_often_as_it_says(Sandbox sandbox) throws IOException {
        HttpResponse<String> first = Http.get(sandbox.campaign().resolve("/r/test"));
        HttpResponse<String> second = Http.get(sandbox.campaign().resolve("/r/test"));

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(second.statusCode()).isEqualTo(200);
    }

    @Test
    @SandboxFault(system = "campaign", path = "/r/test", effect = SlowAnswer.class)
    @SandboxFault(system = "ims", mayNotFire = true)
    void any_effect_can_be_named_and_a_fault_may_be_allowed_to_rest(Sandbox sandbox) throws IOException {
        assertThat(Http.get(sandbox.campaign().resolve("/r/test")).statusCode()).isEqualTo(200);

        assertThat(sandbox.exchanges().get(0).answer().fault()).hasValue("delay");
    }

    @Test
    void data_of_one_test_is_gone_in_the_next(Sandbox sandbox) {
        assertThat(sandbox.campaignData().lists()).hasSize(1);
        sandbox.campaignData().addList("Mine", List.of());
    }

    @Test
    void data_of_the_other_test_is_gone_in_this(Sandbox sandbox) {
        assertThat(sandbox.campaignData().lists()).hasSize(1);
        sandbox.campaignData().addList("Mine", List.of());
    }

    @Nested
    class InANestedClass {
        @Test
        void the_annotation_of_the_outer_one_holds(SandboxCampaign campaign) {
            assertThat(campaign.lists().get(0).memberIds()).hasSize(3);
        }
    }

    static final class SlowAnswer implements Supplier<FaultEffect> {
        @Override
        public FaultEffect get() {
            return new FaultEffect.Delay(Duration.ofMillis(1));
        }
    }
}

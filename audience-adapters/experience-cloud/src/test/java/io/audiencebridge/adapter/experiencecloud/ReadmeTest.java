// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experiencecloud.client.AuthenticationState;
import io.audiencebridge.adapter.experiencecloud.client.CallOptions;
import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.experiencecloud.client.HandOver;
import io.audiencebridge.adapter.experiencecloud.client.HandOverRules;
import io.audiencebridge.adapter.experiencecloud.client.IdAnswer;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookies;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled here, and it does what the README says. */
class ReadmeTest {

    private final ImsOrgId organisation = Bench.ORGANISATION;
    private final Ecid ecid =
            Ecid.parse("16908443662402872073525706953453086963").get();

    @Test
    void a_visitor_in_a_cookie_header() {
        String cookieHeader = "AMCV_5BFE274A5F6980A50A495C08%40AdobeOrg=MCMID%7C16908443662402872073525706953453086963";

        Either<Violation, VisitorCookies> cookies = VisitorCookies.read(cookieHeader, organisation, Reading.STRICT);
        Option<Ecid> visitor = cookies.toOption().flatMap(VisitorCookies::ecid);

        assertThat(visitor).contains(ecid);
    }

    @Test
    void a_visitor_in_a_link() {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");

        HandOver handOver = HandOver.builder()
                .visitorId(VisitorId.of(ecid))
                .organisation(organisation)
                .written(now)
                .build();
        String link = handOver.appendedTo("https://shop.example.com/basket#top");
        Either<Violation, Option<HandOver>> received = HandOver.read(link, organisation, now, HandOverRules.strict());

        assertThat(link).endsWith("#top");
        assertThat(received.get()).contains(handOver);
    }

    @Test
    void a_visitor_who_is_linked() throws Exception {
        OptionalInt region = OptionalInt.empty();
        try (Bench bench = Bench.standard()) {
            ExperienceCloudIdService service = bench.service();
            bench.answers("{\"d_mid\":\"" + ecid.digits() + "\",\"dcs_region\":6}");

            CustomerId recipient = CustomerId.of(IntegrationCode.ADOBE_CAMPAIGN_ID, "R42", AuthenticationState.UNKNOWN);
            IdAnswer answer = service.identify(IdRequest.linking(ecid, recipient), CallOptions.standard())
                    .get();
            if (!answer.isOptedOut()) {
                region = answer.region();
            }
        }
        assertThat(region).hasValue(6);
    }
}

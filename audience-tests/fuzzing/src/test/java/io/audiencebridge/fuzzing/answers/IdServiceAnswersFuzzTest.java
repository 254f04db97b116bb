// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.answers;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.experiencecloud.ExperienceCloudConnectorFactory;
import io.audiencebridge.adapter.experiencecloud.ExperienceCloudSettings;
import io.audiencebridge.adapter.experiencecloud.client.AuthenticationState;
import io.audiencebridge.adapter.experiencecloud.client.CallOptions;
import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookie;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.fuzzing.CannedAnswers;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.net.URI;
import java.time.Duration;

/** One body as the answer to every call of the ID service. The first character chooses the status, the second how strictly it is read. */
class IdServiceAnswersFuzzTest {
    private static final CallOptions OPTIONS = CallOptions.within(Duration.ofSeconds(20));
    private static final Ecid ECID = new Ecid(1, 1);

    @FuzzTest
    void any_body_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input);
        Reading reading = foreign.choice(1, 2) == 0 ? Reading.STRICT : Reading.LENIENT;
        HttpSettings canned = CannedAnswers.of(foreign.after(1));
        Watched.reading(input.length, () -> callAll(ExperienceCloudSettings.PRODUCTION, reading, canned));
    }

    /** Asks the server at {@code uri} everything. */
    static void callAll(URI uri, Reading reading, HttpSettings http) {
        ExperienceCloudSettings settings = ExperienceCloudSettings.builder()
                .organisation(FuzzBridge.ORGANISATION)
                .uri(uri)
                .reading(reading)
                .http(http)
                .build();
        try (Connector connector = new ExperienceCloudConnectorFactory()
                .connect(settings, FuzzBridge.withoutFiles())
                .get()) {
            call(connector.ability(ExperienceCloudIdService.class).get());
        }
    }

    private static void call(ExperienceCloudIdService service) {
        CustomerId customer = CustomerId.of(5, "a", AuthenticationState.AUTHENTICATED);
        service.identify(IdRequest.anonymous(), OPTIONS)
                .forEach(answer -> VisitorCookie.of(answer, FuzzBridge.NOON).value());
        service.identify(IdRequest.linking(ECID, customer), OPTIONS);
        service.optOutStatus(VisitorId.of(ECID), OPTIONS);
        service.optOut(OptOutRequest.of(ECID), OPTIONS);
    }
}

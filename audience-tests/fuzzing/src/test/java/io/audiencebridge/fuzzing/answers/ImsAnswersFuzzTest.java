// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.answers;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.ims.ImsTokenSourceFactory;
import io.audiencebridge.adapter.ims.client.ImsClient;
import io.audiencebridge.adapter.ims.client.TokenClaims;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.fuzzing.CannedAnswers;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.net.URI;
import java.time.InstantSource;

/** One body as the answer to every call of the identity service, and as a token. The first character chooses the status. */
class ImsAnswersFuzzTest {
    @FuzzTest
    void any_body_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input);
        HttpSettings canned = CannedAnswers.of(foreign);
        Watched.reading(input.length, () -> {
            askAll(ImsSettings.PRODUCTION, canned);
            TokenClaims.read(Secret.of(foreign.after(1).text()));
        });
    }

    /** Asks the server at {@code uri} everything. */
    static void askAll(URI uri, HttpSettings http) {
        ImsSettings settings = ImsSettings.builder()
                .organisation(FuzzBridge.ORGANISATION)
                .clientId("client")
                .addClientSecrets(Secret.of("secret"))
                .uri(uri)
                .http(http)
                .build();
        try (ImsClient ims = new ImsTokenSourceFactory()
                .client(settings, InstantSource.fixed(FuzzBridge.NOON))
                .get()) {
            ims.token(FuzzBridge.call());
            ims.validate(Secret.of("token"), FuzzBridge.call());
            ims.invalidate(Secret.of("token"), FuzzBridge.call());
            ims.revoke(Secret.of("token"), FuzzBridge.call());
        }
    }
}

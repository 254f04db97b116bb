// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.ims.client.ImsClient;
import io.audiencebridge.adapter.ims.client.TokenValidity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled here, and it does what the README says. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void a_credential_in_settings() {
        String clientId = "0123abcd";
        String secret = "p8e-x";

        var settings = ImsSettings.builder()
                .organisation(new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg"))
                .clientId(clientId)
                .clientSecret(Secret.of(secret))
                .products(ImsProduct.CAMPAIGN, ImsProduct.AUDIENCE_MANAGER)
                .build();

        assertThat(settings.scopes()).contains("campaign_sdk", "audiencemanager_api");
        assertThat(settings.toString()).doesNotContain(secret);
    }

    @Test
    void a_credential_in_a_file() {
        var fromConsole = ImsSettings.builder()
                .addSources(CredentialSource.consoleJson(Path.of("workspace.json")), CredentialSource.environment())
                .build();

        assertThat(new CredentialChain(fromConsole).read().getLeft().message())
                .contains("file workspace.json lacks", "the environment lacks");
    }

    @Test
    void every_name_of_the_table_is_looked_up() throws IOException {
        String readme = Files.readString(README);

        for (SettingNames names : List.of(SettingNames.PROPERTIES, SettingNames.ENVIRONMENT)) {
            assertThat(readme)
                    .contains(names.organisation().subList(0, 2))
                    .contains(names.clientId().subList(0, 2))
                    .contains(names.clientSecret().subList(0, 2))
                    .contains(names.nextClientSecret())
                    .contains(names.scopes().subList(0, 2))
                    .contains(names.uri().subList(0, 2));
        }
    }

    @Test
    void a_token_that_is_asked_about_and_ended() {
        try (Sandbox sandbox = Sandbox.builder().recipients(0).start()) {
            ImsSettings settings = ImsSettings.builder()
                    .organisation(new ImsOrgId(sandbox.orgId()))
                    .clientId(sandbox.clientId())
                    .clientSecret(Secret.of(sandbox.clientSecret()))
                    .uri(sandbox.ims())
                    .build();
            InstantSource clock = sandbox.clock();
            Call call = Calls.call();

            ImsClient ims = new ImsTokenSourceFactory().client(settings, clock).get();
            AccessToken token = ims.token(call).get();
            TokenValidity validity = ims.validate(token.value(), call).get();
            ims.revoke(token.value(), call);

            assertThat(validity.isValid()).isTrue();
            assertThat(ims.validate(token.value(), call).get().isValid()).isFalse();
            ims.close();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Settings and what comes of them. */
class ConnectingTest {
    @Test
    void the_factory_is_found_by_its_settings() {
        assertThat(ServiceLoader.load(ConnectorFactory.class))
                .anyMatch(factory -> factory.settings().equals(CampaignSettings.class));
    }

    @Test
    void a_connection_sends_nothing_until_it_is_asked_something_and_offers_all_abilities() {
        var settings = CampaignSettings.builder()
                .uri(URI.create("https://nobody.invalid"))
                .operator("admin")
                .password(Secret.of("p"))
                .build();

        try (var connector = new CampaignConnectorFactory()
                .connect(settings, new Bench.NoTokens())
                .get()) {
            for (Class<?> ability : List.of(
                    AudienceCatalog.class, KeyReader.class, MemberReader.class, MemberWriter.class, OptOuts.class)) {
                assertThat(connector.ability(ability))
                        .as(ability.getSimpleName())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void every_mistake_is_told_at_once() {
        var settings = CampaignSettings.builder()
                .uri(URI.create("ftp://user@host/?q"))
                .password(Secret.of("hunter2"))
                .pageSize(0)
                .writeBatchSize(100_000)
                .listFolder(" ")
                .optOutFlags(List.of("blackList", "1=1 OR x"))
                .visitorIdPath("trackingLog'")
                .build();

        var outcome = new CampaignConnectorFactory().connect(settings, new Bench.NoTokens());

        assertThat(((BridgeError.InvalidRequest) outcome.getLeft()).violations())
                .extracting(Violation::subject)
                .containsExactly(
                        "campaign.uri",
                        "campaign.operator",
                        "campaign.pageSize",
                        "campaign.writeBatchSize",
                        "campaign.listFolder",
                        "campaign.optOutFlags",
                        "campaign.visitorIdPath");
        assertThat(outcome.getLeft().message()).doesNotContain("hunter2");
    }

    @Test
    void plain_http_to_another_machine_is_refused_at_once_by_address_and_setting() {
        var settings = CampaignSettings.builder()
                .uri(URI.create("http://instance.example.com"))
                .operator("admin")
                .password(Secret.of("p"));

        var refused = new CampaignConnectorFactory().connect(settings.build(), new Bench.NoTokens());
        var allowed = new CampaignConnectorFactory()
                .connect(
                        settings.http(HttpSettings.builder()
                                        .allowPlainHttp(true)
                                        .build())
                                .build(),
                        new Bench.NoTokens());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.getLeft().message())
                .contains("campaign.uri", "instance.example.com", "HttpSettings.allowPlainHttp");
        assertThat(allowed.isRight()).isTrue();
        allowed.get().close();
    }

    @Test
    void without_an_operator_the_bridge_must_have_a_sign_in() {
        var settings = CampaignSettings.builder()
                .uri(URI.create("https://instance.example.com"))
                .pageSize(-1)
                .build();

        var outcome = new CampaignConnectorFactory().connect(settings, new Bench.NoTokens());

        assertThat(((BridgeError.InvalidRequest) outcome.getLeft()).violations())
                .extracting(Violation::subject)
                .containsExactly("campaign.pageSize", "signIn");
    }

    @Test
    void settings_can_be_printed() {
        var settings = CampaignSettings.builder()
                .uri(URI.create("https://instance.example.com"))
                .operator("admin")
                .password(Secret.of("hunter2"))
                .build();

        assertThat(settings.toString()).contains("instance.example.com").doesNotContain("hunter2");
    }

    @Test
    void a_wrong_password_is_told_without_it() {
        try (var bench = Bench.of()) {
            var wrong = Bench.settings(bench.sandbox)
                    .password(Secret.of("hunter2hunter2"))
                    .build();
            try (var connector = new CampaignConnectorFactory()
                    .connect(wrong, new Bench.NoTokens())
                    .get()) {
                var outcome = connector.ability(AudienceCatalog.class).get().find(Bench.list("1"), Bench.call());

                assertThat(outcome.getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
                assertThat(outcome.getLeft().message()).contains("XSV-350012").doesNotContain("hunter2");
            }
        }
    }

    @Test
    void a_token_of_ims_signs_in_and_one_that_has_ended_is_replaced_once() {
        try (var sandbox = Sandbox.builder().recipients(3).start()) {
            var tokens = new SandboxTokens(sandbox);
            var settings = CampaignSettings.builder().uri(sandbox.campaign()).build();
            try (var connector = new CampaignConnectorFactory()
                    .connect(settings, Bench.signedIn(tokens))
                    .get()) {
                var catalog = connector.ability(AudienceCatalog.class).get();
                var list = Bench.list(sandbox.campaignData().allRecipientsList());

                var first = catalog.find(list, Bench.call());
                sandbox.clock().advance(Duration.ofDays(2));
                var second = catalog.find(list, Bench.call());

                assertThat(first.get().details().size()).hasValue(3);
                assertThat(second.get().details().size()).hasValue(3);
                assertThat(tokens.asked()).isEqualTo(2);
            }
            assertThat(sandbox.exchanges())
                    .noneMatch(exchange -> exchange.request().content().head().contains("Logon"));
        }
    }

    @Test
    void a_sign_in_that_is_set_wins_over_an_operator_that_was_left() {
        try (var sandbox = Sandbox.builder().recipients(3).start()) {
            var settings = Bench.settings(sandbox)
                    .password(Secret.of("an old one"))
                    .signIn(CampaignSignIn.ims())
                    .build();
            try (var connector = new CampaignConnectorFactory()
                    .connect(settings, Bench.signedIn(new SandboxTokens(sandbox)))
                    .get()) {
                var list = Bench.list(sandbox.campaignData().allRecipientsList());

                assertThat(connector
                                .ability(AudienceCatalog.class)
                                .get()
                                .find(list, Bench.call())
                                .isRight())
                        .isTrue();
            }
        }
    }

    @Test
    void every_mistake_of_a_sign_in_and_of_headers_is_told_without_its_secrets() {
        var uri = URI.create("https://instance.example.com");
        var twice = CampaignSettings.builder()
                .uri(uri)
                .operator("a")
                .password(Secret.of("hunter2"))
                .signIn(CampaignSignIn.operator(" ", Secret.of("")))
                .putHeaders("Cookie", "hunter2")
                .build();
        var torn = CampaignSettings.builder()
                .uri(uri)
                .signIn(CampaignSignIn.tokens(Secret.of("hunter2\n"), Secret.of("x")))
                .build();

        assertThat(subjects(twice))
                .containsExactly("campaign.signIn", "campaign.signIn", "campaign.signIn", "campaign.headers.Cookie");
        assertThat(subjects(torn)).containsExactly("campaign.signIn");
        assertThat(twice.toString()).doesNotContain("hunter2");
    }

    private static List<String> subjects(CampaignSettings settings) {
        var error = new CampaignConnectorFactory()
                .connect(settings, new Bench.NoTokens())
                .getLeft();
        assertThat(error.message()).doesNotContain("hunter2");
        return ((BridgeError.InvalidRequest) error)
                .violations()
                .map(Violation::subject)
                .toJavaList();
    }
}

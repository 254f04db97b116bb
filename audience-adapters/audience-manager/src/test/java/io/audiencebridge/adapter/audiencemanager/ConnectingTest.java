// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectingTest {
    private final AudienceManagerConnectorFactory factory = new AudienceManagerConnectorFactory();

    @Test
    void the_factory_is_found_by_its_settings() {
        var found = ServiceLoader.load(ConnectorFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(any -> any.settings().equals(AudienceManagerSettings.class));

        assertThat(found).hasSize(1);
    }

    @Test
    void defaults_are_production_under_the_systems_name() {
        var settings = AudienceManagerSettings.builder().build();

        assertThat(settings.uri()).isEqualTo(URI.create("https://aam.adobe.io"));
        assertThat(settings.connection()).hasToString("audience-manager");
        assertThat(settings.traitLiveAfter()).isEqualTo(Duration.ofHours(4));
        assertThat(connect(settings, signedIn()).isRight()).isTrue();
    }

    @Test
    void a_connector_reads_lists_and_adds_but_has_no_keys_of_recipients() {
        var connector =
                connect(AudienceManagerSettings.builder().build(), signedIn()).get();

        assertThat(connector.system()).isEqualTo(SystemId.AUDIENCE_MANAGER);
        assertThat(connector.ability(AudienceCatalog.class).isDefined()).isTrue();
        assertThat(connector.ability(MemberReader.class).isDefined()).isTrue();
        assertThat(connector.ability(MemberWriter.class).isDefined()).isTrue();
        assertThat(connector.ability(AudienceManagerClient.class).isDefined()).isTrue();
        assertThat(connector.ability(KeyReader.class).isEmpty()).isTrue();
        connector.close();
    }

    @Test
    void every_mistake_is_told_at_once() {
        var settings = AudienceManagerSettings.builder()
                .uri(URI.create("aam.adobe.io"))
                .partner("/acme/")
                .inbound(" ")
                .outbound("")
                .outboundStampDigits(11)
                .outboundHeaderLines(-1)
                .outboundRows("<DP_UUID> <NOTHING>")
                .outboundEvery(Duration.ZERO)
                .addDestinations(DestinationSettings.builder()
                        .id(9)
                        .rows("<DP_UUID><SEGMENT_LIST; separator=\",\">")
                        .headerLines(-1)
                        .build())
                .addDestinations(DestinationSettings.of(9))
                .inboundCipher("")
                .inboundPartBytes(1_000_000_001)
                .traitFolderId(-1)
                .segmentFolderId(-2)
                .pageSize(0)
                .traitLiveAfter(Duration.ofHours(-1))
                .build();

        var error = (BridgeError.InvalidRequest)
                connect(settings, Either.left(BridgeError.InvalidRequest.of("signIn", "there is none")))
                        .getLeft();

        assertThat(error.violations().map(violation -> violation.subject()))
                .containsExactly(
                        "audienceManager.uri",
                        "audienceManager.partner",
                        "audienceManager.inbound",
                        "audienceManager.outbound",
                        "audienceManager.outboundStampDigits",
                        "audienceManager.outboundHeaderLines",
                        "audienceManager.outboundEvery",
                        "audienceManager.destinations.9.rows",
                        "audienceManager.destinations.9.headerLines",
                        "audienceManager.destinations",
                        "audienceManager.inboundCipher",
                        "audienceManager.inboundPartBytes",
                        "audienceManager.traitFolderId",
                        "audienceManager.segmentFolderId",
                        "audienceManager.pageSize",
                        "audienceManager.traitLiveAfter",
                        "signIn");
    }

    @Test
    void audience_managers_own_sign_in_needs_none_of_the_bridge_and_has_a_host_of_its_own() {
        var settings = AudienceManagerSettings.builder()
                .legacySignIn(LegacySignIn.builder()
                        .clientId("client")
                        .clientSecret(Secret.of("secret"))
                        .username("user")
                        .password(Secret.of("password"))
                        .build())
                .build();

        var connector = connect(settings, Either.left(BridgeError.InvalidRequest.of("signIn", "there is none")));

        assertThat(connector.isRight()).isTrue();
        assertThat(settings.uri()).isEqualTo(URI.create("https://api.demdex.com"));
    }

    @Test
    void every_mistake_of_a_sign_in_and_of_merge_rules_is_told() {
        Secret nothing = Secret.of("");
        var settings = AudienceManagerSettings.builder()
                .legacySignIn(LegacySignIn.builder()
                        .clientId("")
                        .clientSecret(nothing)
                        .username(" ")
                        .password(nothing)
                        .uri(URI.create("api.demdex.com"))
                        .build())
                .addMergeRules(MergeRule.lastAuthenticated(6), MergeRule.lastAuthenticated(6, 5))
                .addMergeRules(MergeRule.lastAuthenticated(-1, 5))
                .build();

        var error = (BridgeError.InvalidRequest) connect(settings, signedIn()).getLeft();

        assertThat(error.violations().map(violation -> violation.subject()))
                .containsExactly(
                        "audienceManager.legacySignIn.uri",
                        "audienceManager.legacySignIn.clientId",
                        "audienceManager.legacySignIn.clientSecret",
                        "audienceManager.legacySignIn.username",
                        "audienceManager.legacySignIn.password",
                        "audienceManager.mergeRules",
                        "audienceManager.mergeRules",
                        "audienceManager.mergeRules");
    }

    @Test
    void a_row_template_is_refused_with_what_cannot_be_read() {
        var settings = AudienceManagerSettings.builder()
                .outboundRows("<UUID> <SEGMENT_LIST; separator=\" \"> <REMOVED_SEGMENT_LIST; separator=\" \">")
                .build();

        BridgeError error = connect(settings, signedIn()).getLeft();

        assertThat(error.message())
                .startsWith("audienceManager.outboundRows:")
                .contains("' ' stands behind SEGMENT_LIST and also among its elements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://aam.adobe.io/v1",
                "https://aam.adobe.io/v1/",
                "https://aam.adobe.io?x=1",
                "https://me:pass@aam.adobe.io",
                "ftp://aam.adobe.io",
                "mailto:aam"
            })
    void an_address_that_could_not_work_is_refused_without_being_quoted_whole(String uri) {
        var settings = AudienceManagerSettings.builder().uri(URI.create(uri)).build();

        BridgeError error = connect(settings, signedIn()).getLeft();

        assertThat(error.message()).startsWith("audienceManager.uri: must").doesNotContain("pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme/", "/acme", "ac me", "..", "a/../b", "a//b"})
    void a_partner_folder_that_could_not_work_is_refused(String partner) {
        var settings = AudienceManagerSettings.builder().partner(partner).build();

        assertThat(connect(settings, signedIn()).getLeft().message()).startsWith("audienceManager.partner:");
    }

    private Either<BridgeError, Connector> connect(
            AudienceManagerSettings settings, Either<BridgeError, TokenSource> tokens) {
        return factory.connect(settings, new TestContext(tokens, Map.of(), InstantSource.system()));
    }

    private static Either<BridgeError, TokenSource> signedIn() {
        return Either.right(new TestTokens());
    }
}

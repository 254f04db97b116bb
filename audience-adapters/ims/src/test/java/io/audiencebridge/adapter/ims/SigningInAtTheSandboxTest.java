// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.spi.engine.TokenSourceFactory;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SigningInAtTheSandboxTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void a_token_is_asked_for_once_and_used_until_it_ends() {
        try (TokenSource tokens = open(settings().build())) {
            AccessToken first = tokens.token(Calls.call()).get();
            AccessToken again = tokens.token(Calls.call()).get();
            sandbox.clock().advance(Duration.ofHours(25));
            AccessToken next = tokens.token(Calls.call()).get();

            assertThat(again).isEqualTo(first);
            assertThat(next.value()).isNotEqualTo(first.value());
            assertThat(Duration.between(first.expires(), next.expires())).isGreaterThanOrEqualTo(Duration.ofHours(25));
            assertThat(sandbox.exchanges()).hasSize(2);
        }
    }

    @Test
    void the_secret_travels_in_the_body_and_never_in_the_address() {
        try (TokenSource tokens = open(settings().build())) {
            assertThat(tokens.token(Calls.call()).isRight()).isTrue();
        }

        var request = sandbox.exchanges().get(0).request();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /ims/token/v3");
        assertThat(request.query()).isEmpty();
        assertThat(request.content().head())
                .contains("client_secret=p8e-Sandbox%2Bsecret%2Fwith%3Dodd%26signs%25", "scope=openid%2CAdobeID%2C");
    }

    @Test
    void the_factory_is_found_and_the_client_is_named_for_product_calls() {
        var found = ServiceLoader.load(TokenSourceFactory.class).stream()
                .map(ServiceLoader.Provider::type)
                .toList();

        assertThat(found).hasSize(1).allMatch(ImsTokenSourceFactory.class::equals);
        try (TokenSource tokens = open(settings().build())) {
            assertThat(tokens.identity())
                    .isEqualTo(new ClientIdentity(sandbox.clientId(), new ImsOrgId(sandbox.orgId())));
        }
    }

    @Test
    void a_wrong_secret_is_denied_with_the_next_step() {
        BridgeError error =
                refusal(settings().clientSecret(Secret.of("old-secret")).build());

        assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
        assertThat(error.message())
                .contains("/ims/token/v3 answered 401 (request id ", "invalid_client", "ims.clientSecret")
                .doesNotContain("old-secret");
    }

    @Test
    void a_scope_that_is_not_granted_is_denied_with_the_list_to_compare() {
        BridgeError error =
                refusal(settings().scopes(List.of("openid", "analytics_sdk")).build());

        assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
        assertThat(error.message()).contains("invalid_scope", "openid,analytics_sdk", "Developer Console");
    }

    @Test
    void a_service_that_is_out_of_order_is_asked_again_and_then_unavailable() {
        sandbox.faults(new FaultRule(FaultMatch.system("ims"), 0, 1, new FaultEffect.Status(503)));
        try (TokenSource tokens = open(settings().build())) {
            assertThat(tokens.token(Calls.call()).isRight()).isTrue();
        }

        sandbox.faults(FaultRule.always("ims", new FaultEffect.Status(500, "<html>down</html>", Map.of())));
        BridgeError error = refusal(settings().build());

        assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(error.message()).contains("answered 500").doesNotContain("html");
    }

    @Test
    void a_service_that_asks_for_a_pause_is_throttling() {
        sandbox.faults(FaultRule.always("ims", new FaultEffect.Status(429, "", Map.of("Retry-After", "5"))));

        BridgeError error = refusal(
                settings().http(HttpSettings.builder().maxAttempts(1).build()).build());

        assertThat(error)
                .isInstanceOfSatisfying(
                        BridgeError.Throttled.class,
                        throttled -> assertThat(throttled.pause()).isEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void a_cut_answer_is_asked_for_again() {
        sandbox.faults(FaultRule.once(FaultMatch.system("ims"), new FaultEffect.Truncate(40)));

        try (TokenSource tokens = open(settings().build())) {
            assertThat(tokens.token(Calls.call()).isRight()).isTrue();
        }
    }

    @Test
    void nothing_that_can_be_printed_shows_the_secret_or_a_token() {
        Logger ours = (Logger) LoggerFactory.getLogger("io.audiencebridge");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        ours.addAppender(lines);
        ours.setLevel(Level.TRACE);
        try (TokenSource tokens = open(settings().build())) {
            AccessToken token = tokens.token(Calls.call()).get();

            assertThat(lines.list).isNotEmpty();
            assertThat(lines.list + " " + settings().build() + " " + tokens + " " + token)
                    .doesNotContain(
                            sandbox.clientSecret(), "p8e-Sandbox", token.value().reveal());
        } finally {
            ours.detachAppender(lines);
        }
    }

    private static BridgeError refusal(ImsSettings settings) {
        try (TokenSource tokens = open(settings)) {
            Either<BridgeError, AccessToken> outcome = tokens.token(Calls.call());
            return outcome.getLeft();
        }
    }

    private static TokenSource open(ImsSettings settings) {
        return new ImsTokenSourceFactory().open(settings, sandbox.clock()).get();
    }

    private static ImsSettings.Builder settings() {
        return ImsSettings.builder()
                .organisation(new ImsOrgId(sandbox.orgId()))
                .clientId(sandbox.clientId())
                .clientSecret(Secret.of(sandbox.clientSecret()))
                .uri(sandbox.ims())
                .http(HttpSettings.builder().maxAttempts(2).build());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultRule;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong on the wire becomes one error that names the system and holds no secret. */
class MeetingFaultsInTheSandboxTest {
    private final SandboxBench bench = new SandboxBench();

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new FaultEffect.Status(401), "AccessDenied"),
                Arguments.of(new FaultEffect.Status(403), "AccessDenied"),
                Arguments.of(new FaultEffect.Status(429), "Throttled"),
                Arguments.of(new FaultEffect.Status(500), "Unavailable"),
                Arguments.of(new FaultEffect.ResetBefore(), "Unavailable"),
                Arguments.of(new FaultEffect.Truncate(5), "Unavailable"),
                Arguments.of(new FaultEffect.Refuse(Optional.empty()), "Unavailable"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_becomes_one_error_without_secrets(FaultEffect fault, String code) {
        String segment = bench.prepare("Gold", bench.declared()).audience().id();
        bench.sandbox.faults(FaultRule.always("audienceManager", fault));

        BridgeError error = find(segment, ScriptedApi.call()).getLeft();

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message())
                .contains("/v1/segments/" + segment)
                .doesNotContain(bench.sandbox.clientSecret(), bench.sandbox.clientId(), "Bearer", "eyJ");
        assertThat(error.incident().correlationId()).isEqualTo("c-7");
    }

    @Test
    void tokens_of_somebody_else_are_denied() {
        var context = new TestContext(Either.right(new TestTokens()), Map.of(), bench.sandbox.clock());
        var settings = AudienceManagerSettings.builder()
                .uri(bench.sandbox.audienceManager())
                .build();
        try (var connector =
                new AudienceManagerConnectorFactory().connect(settings, context).get()) {
            BridgeError error = connector
                    .ability(AudienceCatalog.class)
                    .get()
                    .find(new AudienceRef(SandboxBench.CONNECTION, "1"), ScriptedApi.call())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message()).contains("Oauth token is not valid").doesNotContain("token-");
        }
    }

    @Test
    void a_token_that_expired_unnoticed_is_replaced() {
        String segment = bench.prepare("Gold", bench.declared()).audience().id();
        bench.sandbox.clock().advance(Duration.ofDays(3));

        assertThat(find(segment, ScriptedApi.call()).isRight()).isTrue();
    }

    @Test
    void a_cancelled_call_asks_nothing() {
        Call call = ScriptedApi.call();
        call.cancel();

        var prepared =
                bench.writer().prepare(new AudienceOrder(SandboxBench.CONNECTION, "Gold", bench.declared()), call);

        assertThat(prepared.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(bench.sandbox.exchanges()).isEmpty();
    }

    private Either<BridgeError, ?> find(String segment, Call call) {
        return bench.connector
                .ability(AudienceCatalog.class)
                .get()
                .find(new AudienceRef(SandboxBench.CONNECTION, segment), call);
    }
}

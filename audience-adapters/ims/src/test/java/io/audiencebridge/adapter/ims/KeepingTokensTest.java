// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class KeepingTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int CALLERS = 100;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Desk desk = new Desk();
    private final MockWebServer server = new MockWebServer();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TokenSource tokens;

    KeepingTokensTest() throws Exception {
        server.setDispatcher(desk);
        server.start();
        tokens = new ImsTokenSourceFactory().open(settings().build(), now::get).get();
    }

    @AfterEach
    void close() {
        desk.gate.countDown();
        tokens.close();
        threads.shutdownNow();
        server.close();
    }

    @Test
    void many_callers_make_one_request() throws Exception {
        desk.hold();

        var callers =
                IntStream.range(0, CALLERS).mapToObj(i -> ask(Calls.call())).toList();
        assertThat(desk.visited.await(10, TimeUnit.SECONDS)).isTrue();
        desk.gate.countDown();

        for (var caller : callers) {
            assertThat(value(caller.get())).isEqualTo("token-1");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_caller_whose_call_ends_is_freed_alone() throws Exception {
        desk.hold();
        var leader = ask(Calls.call());
        assertThat(desk.visited.await(10, TimeUnit.SECONDS)).isTrue();
        Call cancelled = Calls.call();

        var hasty = ask(Calls.call(Duration.ofMillis(20)));
        var other = ask(cancelled);
        assertThat(hasty.get().getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
        cancelled.cancel();
        assertThat(other.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);

        assertThat(leader).isNotDone();
        desk.gate.countDown();
        assertThat(value(leader.get())).isEqualTo("token-1");
    }

    @Test
    void when_the_one_who_asks_is_cancelled_another_asks() throws Exception {
        desk.hold();
        Call leading = Calls.call();
        var leader = ask(leading);
        assertThat(desk.visited.await(10, TimeUnit.SECONDS)).isTrue();
        var follower = ask(Calls.call());

        leading.cancel();

        assertThat(leader.get().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        desk.gate.countDown();
        assertThat(value(follower.get())).startsWith("token-");
    }

    @Test
    void closing_clears_the_token() {
        AccessToken token = tokens.token(Calls.call()).get();

        tokens.close();

        assertThatThrownBy(() -> token.value().reveal())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cleared");
    }

    @Test
    void a_refused_token_is_dropped_and_no_other_one() {
        AccessToken first = tokens.token(Calls.call()).get();
        tokens.refused(first);
        AccessToken second = tokens.token(Calls.call()).get();

        tokens.refused(first);

        assertThat(second.value().reveal()).isEqualTo("token-2");
        assertThat(tokens.token(Calls.call()).get()).isEqualTo(second);
    }

    @Test
    void a_token_is_replaced_ahead_of_its_end_while_others_use_the_old_one() throws Exception {
        AccessToken old = tokens.token(Calls.call()).get();
        passes(Duration.ofMinutes(55));
        desk.hold();

        var replacing = ask(Calls.call());
        assertThat(desk.visited.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(tokens.token(Calls.call()).get()).isEqualTo(old);
        desk.gate.countDown();
        assertThat(value(replacing.get())).isEqualTo("token-2");
        assertThat(value(tokens.token(Calls.call()))).isEqualTo("token-2");
    }

    @ParameterizedTest
    @CsvSource({"89, token-1", "90, token-2"})
    void the_time_ahead_is_at_most_a_tenth_of_the_life(int minutes, String expected) {
        try (TokenSource patient = source(settings().refreshAhead(Duration.ofMinutes(20)), 6000)) {
            assertThat(value(patient.token(Calls.call()))).isEqualTo("token-1");
            passes(Duration.ofMinutes(minutes));

            assertThat(value(patient.token(Calls.call()))).isEqualTo(expected);
        }
    }

    @Test
    void an_outage_during_the_replacement_is_not_felt_and_not_hammered() {
        tokens.token(Calls.call());
        passes(Duration.ofMinutes(55));
        desk.status = 500;

        assertThat(value(tokens.token(Calls.call()))).isEqualTo("token-1");
        int after = server.getRequestCount();
        assertThat(value(tokens.token(Calls.call()))).isEqualTo("token-1");

        assertThat(server.getRequestCount()).isEqualTo(after);
        passes(Duration.ofMinutes(5));
        assertThat(tokens.token(Calls.call()).getLeft()).isInstanceOf(BridgeError.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"86399, PT23H59M59S", "86399992, PT23H59M59.992S"})
    void a_life_is_in_seconds_unless_it_could_only_be_milliseconds(long life, Duration expected) {
        desk.life = life;

        AccessToken token = tokens.token(Calls.call()).get();

        assertThat(token.expires()).isEqualTo(NOON.plus(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "[]", "{\"access_token\":\"t0p\"}", "{\"access_token\":\"t0p\",\"expires_in\":0}"})
    void an_answer_without_a_living_token_is_a_breach(String body) {
        desk.body = body;

        BridgeError error = tokens.token(Calls.call()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains("no token").doesNotContain("t0p");
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request, AccessDenied",
        "400, unauthorized_client, AccessDenied",
        "403, access_denied, AccessDenied",
        "409, '', AccessDenied",
        "404, '', NotFound",
        "408, '', Unavailable",
        "302, '', ProtocolBreach"
    })
    void refusals_for_good_are_denials_and_their_text_is_not_repeated(int status, String code, String expected) {
        desk.status = status;
        desk.body = "{\"error\":\"" + code + "\",\"error_description\":\"you sent hush\"}";

        BridgeError error = tokens.token(Calls.call()).getLeft();

        assertThat(error.code()).isEqualTo(expected);
        assertThat(error.message()).contains("answered " + status, code).doesNotContain("hush");
    }

    @Test
    void a_code_that_is_no_code_is_not_quoted() {
        desk.status = 400;
        desk.body = "{\"error\":\"Hush 123\"}";

        assertThat(tokens.token(Calls.call()).getLeft().message()).doesNotContain("Hush", "123");
    }

    @Test
    void settings_that_lack_everything_are_told_everything_at_once() {
        ImsSettings empty = ImsSettings.builder()
                .organisation(new ImsOrgId("nowhere"))
                .clientId(" ")
                .clientSecret(Secret.of(""))
                .uri(URI.create("ims"))
                .refreshAhead(Duration.ofSeconds(-1))
                .refusalsKept(Duration.ofSeconds(-1))
                .build();

        BridgeError error = new ImsTokenSourceFactory().open(empty, now::get).getLeft();

        assertThat(error.message())
                .contains("organisation id", "clientId", "clientSecret", "ims.uri", "refreshAhead", "refusalsKept");
    }

    @Test
    void an_application_name_that_no_header_can_carry_is_refused() {
        ImsSettings settings = settings()
                .http(HttpSettings.builder().applicationName("Caf\u00e9").build())
                .build();

        assertThat(new ImsTokenSourceFactory()
                        .open(settings, now::get)
                        .getLeft()
                        .message())
                .contains("applicationName");
    }

    private CompletableFuture<Either<BridgeError, AccessToken>> ask(Call call) {
        return CompletableFuture.supplyAsync(() -> tokens.token(call), threads);
    }

    private void passes(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private TokenSource source(ImsSettings.Builder settings, long life) {
        desk.life = life;
        return new ImsTokenSourceFactory().open(settings.build(), now::get).get();
    }

    private ImsSettings.Builder settings() {
        return ImsSettings.builder()
                .organisation(new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg"))
                .clientId("client")
                .clientSecret(Secret.of("hush"))
                .uri(server.url("/").uri())
                .http(HttpSettings.builder().maxAttempts(1).build());
    }

    private static String value(Either<BridgeError, AccessToken> outcome) {
        return outcome.get().value().reveal();
    }

    /** Hands out numbered tokens that live an hour, after the gate is open. */
    private static final class Desk extends Dispatcher {
        private final AtomicInteger number = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile CountDownLatch visited = new CountDownLatch(1);
        private volatile int status = 200;
        private volatile long life = 3600;
        private volatile String body;

        void hold() {
            gate = new CountDownLatch(1);
            visited = new CountDownLatch(1);
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            visited.countDown();
            gate.await();
            String token = "{\"access_token\":\"token-" + number.incrementAndGet() + "\",\"expires_in\":" + life + "}";
            return new MockResponse.Builder()
                    .code(status)
                    .body(body == null ? token : body)
                    .build();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.adapter.http.SignedInTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RotatingSecretsTest {
    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

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

    @AfterEach
    void shutDown() {
        threads.shutdownNow();
    }

    @Test
    void a_hundred_threads_with_a_cold_cache_make_one_request() throws Exception {
        int callers = 100;
        CyclicBarrier start = new CyclicBarrier(callers);
        try (TokenSource tokens = open(settings().clientSecret(Secret.of(sandbox.clientSecret())))) {
            var asking = IntStream.range(0, callers)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> together(start, tokens), threads))
                    .toList();

            Set<AccessToken> got = new HashSet<>();
            for (var each : asking) {
                got.add(each.get(30, TimeUnit.SECONDS));
            }
            assertThat(got).hasSize(1);
        }
        assertThat(sandbox.exchanges()).hasSize(1);
    }

    @Test
    void of_two_secrets_the_one_that_is_good_signs_in() {
        try (TokenSource tokens = open(
                settings().clientSecrets(List.of(Secret.of("dropped-last-week"), Secret.of(sandbox.clientSecret()))))) {
            AccessToken first = tokens.token(Calls.call()).get();
            tokens.refused(first);
            AccessToken second = tokens.token(Calls.call()).get();

            assertThat(second).isNotEqualTo(first);
            assertThat(sandbox.exchanges())
                    .extracting(each -> each.answer().status())
                    .containsExactly(401, 200, 200);
        }
    }

    @Test
    void refused_credentials_are_not_tried_again_for_a_while() {
        try (TokenSource tokens = open(settings().clientSecret(Secret.of("wrong")))) {
            BridgeError first = tokens.token(Calls.call()).getLeft();
            BridgeError again = tokens.token(Calls.call()).getLeft();
            int before = sandbox.exchanges().size();
            sandbox.clock().advance(Duration.ofSeconds(61));
            BridgeError later = tokens.token(Calls.call()).getLeft();

            assertThat(List.of(first, again, later)).hasOnlyElementsOfType(BridgeError.AccessDenied.class);
            assertThat(again).isEqualTo(first);
            assertThat(before).isEqualTo(1);
            assertThat(sandbox.exchanges()).hasSize(2);
        }
    }

    @Test
    void without_a_memory_each_call_asks() {
        try (TokenSource tokens =
                open(settings().clientSecret(Secret.of("wrong")).refusalsKept(Duration.ZERO))) {
            tokens.token(Calls.call());
            tokens.token(Calls.call());

            assertThat(sandbox.exchanges()).hasSize(2);
        }
    }

    @Test
    void a_secret_that_was_put_right_is_used_at_once_without_a_restart() throws Exception {
        Path file = keep("wrong");
        try (TokenSource tokens = open(settings().addSources(CredentialSource.properties(file)))) {
            assertThat(tokens.token(Calls.call()).isLeft()).isTrue();

            keep(sandbox.clientSecret());

            assertThat(tokens.token(Calls.call()).isRight()).isTrue();
        }
    }

    @Test
    void a_file_that_is_gone_or_names_somebody_else_does_no_harm_until_the_credential_is_refused() throws Exception {
        Path file = keep(sandbox.clientSecret());
        try (TokenSource tokens = open(settings().addSources(CredentialSource.properties(file)))) {
            tokens.refused(tokens.token(Calls.call()).get());
            Files.writeString(file, "audiencebridge.ims.client-secret=x\naio_api_key=somebody-else\n");
            tokens.refused(tokens.token(Calls.call()).get());
            Files.delete(file);
            tokens.refused(tokens.token(Calls.call()).get());
            sandbox.imsServer().dropSecret(sandbox.clientSecret());

            BridgeError error = tokens.token(Calls.call()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message()).contains("The credential was read earlier", "lacks clientSecret");
        }
    }

    @Test
    void a_source_that_names_another_client_needs_a_new_token_source() throws Exception {
        Path file = Files.writeString(folder.resolve("whole.properties"), whole(sandbox.clientId()));
        ImsSettings settings = ImsSettings.builder()
                .uri(sandbox.ims())
                .addSources(CredentialSource.properties(file))
                .build();
        try (TokenSource tokens =
                new ImsTokenSourceFactory().open(settings, sandbox.clock()).get()) {
            Files.writeString(file, whole("another"));
            sandbox.imsServer().dropSecret(sandbox.clientSecret());

            BridgeError error = tokens.token(Calls.call()).getLeft();

            assertThat(tokens.identity().clientId()).isEqualTo(sandbox.clientId());
            assertThat(error.message()).contains("names another client", "open a new token source");
        }
    }

    @Test
    void secrets_are_rotated_under_load_and_no_call_fails() throws Exception {
        keep(sandbox.clientSecret());
        AtomicBoolean over = new AtomicBoolean();
        AtomicIntegerArray calls = new AtomicIntegerArray(8);
        try (TokenSource tokens =
                        open(settings().addSources(CredentialSource.properties(folder.resolve("ims.properties"))));
                HttpTransport transport = HttpTransport.to(SystemId.AUDIENCE_MANAGER, HttpSettings.standard())) {
            var product = SignedInTransport.over(transport, tokens);
            var working = IntStream.range(0, calls.length())
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> work(product, over, calls, i), threads))
                    .toList();

            String old = sandbox.clientSecret();
            for (int round = 1; round <= 5; round++) {
                String next = "p8e-round+" + round;
                eachCalledOften(working, calls);
                sandbox.imsServer().addSecret(next);
                keep(next);
                sandbox.imsServer().dropSecret(old);
                old = next;
            }
            eachCalledOften(working, calls);
            over.set(true);

            for (var each : working) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isEmpty();
            }
        }
        assertThat(IntStream.range(0, calls.length()).map(calls::get)).allMatch(times -> times >= 30);
        assertThat(sandbox.exchanges().stream()
                        .filter(each ->
                                each.system().equals("ims") && each.answer().status() == 200))
                .hasSizeGreaterThanOrEqualTo(1);
    }

    /** Works until it is over; what went wrong, if anything did. */
    private String work(SignedInTransport product, AtomicBoolean over, AtomicIntegerArray calls, int worker) {
        HttpCall request = HttpCall.get(URI.create(sandbox.audienceManager() + "/v1/datasources/"))
                .putHeaders("x-api-key", sandbox.clientId())
                .build();
        while (!over.get()) {
            var answer = product.send(request, Calls.call());
            if (answer.isLeft() || answer.get().status() != 200) {
                return String.valueOf(answer);
            }
            calls.incrementAndGet(worker);
        }
        return "";
    }

    /** A call that is overtaken by two rotations is refused twice, and rightly so: each worker calls five times before the next. */
    private static void eachCalledOften(List<CompletableFuture<String>> working, AtomicIntegerArray calls) {
        int[] before = IntStream.range(0, calls.length()).map(calls::get).toArray();
        while (IntStream.range(0, before.length).anyMatch(i -> calls.get(i) < before[i] + 5)
                && working.stream().noneMatch(CompletableFuture::isDone)) {
            Thread.onSpinWait();
        }
    }

    private static AccessToken together(CyclicBarrier start, TokenSource tokens) {
        try {
            start.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        Either<BridgeError, AccessToken> outcome = tokens.token(Calls.call());
        return outcome.get();
    }

    private Path keep(String secret) throws Exception {
        Path file = folder.resolve("ims.properties");
        return Files.writeString(file, "audiencebridge.ims.client-secret=" + secret + "\n");
    }

    private static String whole(String clientId) {
        return "aio_ims_org_id=" + sandbox.orgId() + "\naio_api_key=" + clientId + "\naio_client_secret="
                + sandbox.clientSecret() + "\n";
    }

    private static TokenSource open(ImsSettings.Builder settings) {
        return new ImsTokenSourceFactory()
                .open(settings.build(), sandbox.clock())
                .get();
    }

    private static ImsSettings.Builder settings() {
        return ImsSettings.builder()
                .organisation(new ImsOrgId(sandbox.orgId()))
                .clientId(sandbox.clientId())
                .uri(sandbox.ims());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer there is. Source: audience-manager.md, section 5.7. */
final class PushReceiverTest {
    private static final String KEY = "a key";
    private static final String EMPTY = "{\"Users\":[]}";
    private static final PushSettings SETTINGS = PushSettings.of(PushKey.sha1(Secret.of(KEY)));

    private final List<PushMessage> taken = new ArrayList<>();
    private final List<PushAnswer> refused = new ArrayList<>();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    private final PushHandler handler = new PushHandler() {
        @Override
        public void take(PushMessage message) {
            taken.add(message);
        }

        @Override
        public void refused(PushAnswer answer) {
            refused.add(answer);
        }
    };

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_signed_message_is_taken_and_answered_with_200() {
        PushAnswer answer = receiver(SETTINGS, Runnable::run).answer(post(EMPTY));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isTaken()).isTrue();
        assertThat(taken).hasSize(1);
        assertThat(refused).isEmpty();
    }

    @Test
    void without_the_signature_nobody_sees_the_message() {
        PushRequest unsigned = PushRequest.of("POST", "/", Map.of(), EMPTY.getBytes(StandardCharsets.UTF_8));

        assertThat(receiver(SETTINGS, Runnable::run).answer(unsigned).status()).isEqualTo(401);
        assertThat(taken).isEmpty();
        assertThat(refused)
                .extracting(PushAnswer::reason)
                .containsExactly("no signature in X-Signature under a key that is known");
    }

    @Test
    void another_method_is_405_and_a_body_that_is_no_message_is_400() {
        PushReceiver receiver = receiver(SETTINGS, Runnable::run);

        assertThat(receiver.answer(PushRequest.of("GET", "/", Map.of(), new byte[0]))
                        .status())
                .isEqualTo(405);
        assertThat(receiver.answer(post("no message")).status()).isEqualTo(400);
        assertThat(refused).hasSize(2);
    }

    @Test
    void a_body_over_the_limit_is_413_before_it_is_read_to_its_end() {
        PushReceiver receiver = receiver(
                PushSettings.builder()
                        .from(SETTINGS)
                        .maxBodyBytes(EMPTY.length())
                        .build(),
                Runnable::run);

        assertThat(receiver.answer(post(EMPTY)).status()).isEqualTo(200);
        assertThat(receiver.answer(post(EMPTY + " ")).status()).isEqualTo(413);
        assertThat(receiver.answer(new Streamed(new Reading(() -> 100), Map.of()))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000", "99999999999999999999999999"})
    void a_length_over_the_limit_is_413_without_reading(String length) {
        InputStream unread = new Reading(() -> {
            throw new AssertionError("It was read");
        });

        PushAnswer answer = receiver(SETTINGS, Runnable::run)
                .answer(new Streamed(unread, Map.of("Content-Length", List.of(length))));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void a_body_that_breaks_off_is_400_with_its_cause() {
        InputStream broken = new Reading(() -> {
            throw new IOException("reset");
        });

        PushAnswer answer = receiver(SETTINGS, Runnable::run).answer(new Streamed(broken, Map.of()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.cause()).isPresent();
    }

    @Test
    void a_handler_that_throws_is_500_and_its_words_are_not_printed() {
        PushHandler failing = message -> {
            throw new IllegalStateException("person1@example.com is twice there");
        };

        PushAnswer answer = receiver(SETTINGS, failing, threads).answer(post(EMPTY));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.toString()).doesNotContain("person1");
        assertThat(answer.cause()).containsInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_handler_that_is_late_is_503_and_interrupted() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        PushHandler late = message -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                ended.countDown();
            }
        };
        PushSettings quick = PushSettings.builder()
                .from(SETTINGS)
                .answerWithin(Duration.ofMillis(50))
                .build();

        PushAnswer answer = receiver(quick, late, threads).answer(post(EMPTY));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.reason()).contains("PT0.05S");
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted).isTrue();
    }

    @Test
    void a_full_executor_is_503() {
        Executor full = task -> {
            throw new RejectedExecutionException();
        };

        assertThat(receiver(SETTINGS, full).answer(post(EMPTY)).status()).isEqualTo(503);
    }

    @Test
    void a_server_that_is_stopping_is_503_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        PushAnswer answer = receiver(SETTINGS, message -> new CountDownLatch(1).await(), threads)
                .answer(post(EMPTY));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void settings_that_cannot_work_are_refused() {
        PushSettings slow = PushSettings.builder()
                .from(SETTINGS)
                .answerWithin(Duration.ofSeconds(4))
                .build();
        PushSettings tiny =
                PushSettings.builder().from(SETTINGS).maxBodyBytes(0).build();

        assertThat(PushReceiver.of(slow, handler, threads).getLeft().message())
                .contains("PT4S")
                .contains("PT3S");
        assertThat(PushReceiver.of(tiny, handler, threads).getLeft().message()).contains("maxBodyBytes");
        assertThat(PushReceiver.of(PushSettings.of(), handler, threads).isLeft())
                .isTrue();
    }

    private PushReceiver receiver(PushSettings settings, Executor executor) {
        return receiver(settings, handler, executor);
    }

    private static PushReceiver receiver(PushSettings settings, PushHandler handler, Executor executor) {
        return PushReceiver.of(settings, handler, executor).get();
    }

    private static PushRequest post(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return PushRequest.of("POST", "/", Map.of("X-Signature", List.of(signature(bytes))), bytes);
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A body as it arrives, with headers but no signature. */
    private record Streamed(InputStream body, Map<String, List<String>> all) implements PushRequest {
        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String target() {
            return "/";
        }

        @Override
        public List<String> headers(String name) {
            return all.getOrDefault(name, List.of());
        }
    }

    /** How many bytes come next. */
    private interface Next {
        int bytes() throws IOException;
    }

    /** A body of which {@code next} is asked for each read. */
    private static final class Reading extends InputStream {
        private final Next next;

        Reading(Next next) {
            this.next = next;
        }

        @Override
        public int read() throws IOException {
            return next.bytes() > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return Math.min(length, next.bytes());
        }
    }
}

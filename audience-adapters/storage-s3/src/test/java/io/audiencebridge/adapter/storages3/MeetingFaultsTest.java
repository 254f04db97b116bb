// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Exchange;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals and broken lines, injected on real sockets. */
class MeetingFaultsTest {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    private FileExchange exchange;

    @BeforeEach
    void open() {
        SANDBOX.reset();
        exchange = Bench.open(Bench.settings(SANDBOX).build());
    }

    @AfterEach
    void close() {
        SANDBOX.clearFaults();
        exchange.close();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_carries_nothing_to_another_host(int status) {
        Map<String, String> elsewhere = Map.of("Location", SANDBOX.campaign() + "/take");
        SANDBOX.faults(FaultRule.always("s3", new FaultEffect.Status(status, "", elsewhere)));

        assertThat(exchange.read("file", Calls.ample()).isLeft()).isTrue();

        assertThat(SANDBOX.exchanges())
                .isNotEmpty()
                .allMatch(sent -> sent.system().equals("s3"));
    }

    @Test
    void a_wrong_secret_is_denied_and_shows_no_key() {
        try (FileExchange stranger = Bench.open(Bench.settings(SANDBOX)
                .secretKey(Secret.of("not-the-secret-of-anybody"))
                .build())) {
            BridgeError error = Bench.write(stranger, "file", CONTENT).getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message())
                    .contains("'file'", SANDBOX.inboundBucket(), "check access key and secret key")
                    .doesNotContain("not-the-secret-of-anybody", SANDBOX.s3AccessKey());
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_not_found() {
        try (FileExchange lost =
                Bench.open(Bench.settings(SANDBOX).bucket("no-such-bucket").build())) {
            BridgeError listed = lost.list("", Calls.ample()).getLeft();
            BridgeError written = Bench.write(lost, "file", CONTENT).getLeft();

            assertThat(listed).isInstanceOf(BridgeError.NotFound.class);
            assertThat(written).isInstanceOf(BridgeError.NotFound.class);
            assertThat(listed.message()).contains("no-such-bucket", "correct bucket");
        }
    }

    @Test
    void a_store_that_asks_to_slow_down_is_throttled() {
        SANDBOX.faults(FaultRule.always("s3", answer(503, "SlowDown")));

        BridgeError error = once().list("", Calls.ample()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Throttled.class);
        assertThat(error.message()).contains("503 SlowDown");
    }

    @Test
    void a_store_out_of_order_is_unavailable_and_a_refusal_is_told_by_its_code() {
        SANDBOX.faults(FaultRule.always("s3", answer(500, "InternalError")));
        BridgeError broken = once().list("", Calls.ample()).getLeft();
        SANDBOX.faults(FaultRule.always("s3", answer(400, "InvalidArgument")));
        BridgeError refused = once().list("", Calls.ample()).getLeft();
        SANDBOX.faults(FaultRule.always("s3", answer(403, "AccessDenied")));
        BridgeError denied = once().list("", Calls.ample()).getLeft();
        SANDBOX.faults(FaultRule.always("s3", answer(400, "AuthorizationHeaderMalformed")));
        BridgeError elsewhere = once().list("", Calls.ample()).getLeft();

        assertThat(broken).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(refused).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(refused.message()).contains("400 InvalidArgument");
        assertThat(denied).isInstanceOf(BridgeError.AccessDenied.class);
        assertThat(elsewhere).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(elsewhere.message()).contains("region");
    }

    @Test
    void a_store_that_cannot_be_reached_is_unavailable() {
        SANDBOX.faults(FaultRule.always("s3", new FaultEffect.Refuse(Optional.empty())));

        BridgeError error = once().list("", Calls.ample()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(error.message()).contains("check endpoint");
    }

    static Stream<FaultEffect> brokenLines() {
        return Stream.of(
                new FaultEffect.Status(503),
                new FaultEffect.ResetBefore(),
                new FaultEffect.ResetAfter(),
                new FaultEffect.Truncate(500),
                new FaultEffect.WrongLength(OptionalLong.of(100)));
    }

    @ParameterizedTest
    @MethodSource("brokenLines")
    void a_file_is_read_whole_in_spite_of(FaultEffect fault) throws IOException {
        byte[] content = Bench.random(6 << 20);
        try (OutputStream object = SANDBOX.objects().write(SANDBOX.inboundBucket(), "sandbox/file")) {
            object.write(content);
        }
        SANDBOX.faults(new FaultRule(FaultMatch.system("s3"), 1, 1, fault));

        assertThat(Bench.read(exchange, "file").get()).isEqualTo(content);
    }

    @ParameterizedTest
    @MethodSource("brokenLines")
    void an_answer_that_is_never_whole_is_an_error_and_not_a_short_file(FaultEffect fault) throws IOException {
        try (OutputStream object = SANDBOX.objects().write(SANDBOX.inboundBucket(), "sandbox/file")) {
            object.write(Bench.random(2000));
        }
        SANDBOX.faults(FaultRule.always("s3", fault));

        assertThat(Bench.read(once(), "file").getLeft()).isInstanceOf(BridgeError.Unavailable.class);
    }

    @Test
    void a_small_file_whose_acknowledgement_was_lost_is_there_once() {
        SANDBOX.faults(FaultRule.once(FaultMatch.system("s3"), new FaultEffect.ResetAfter()));

        assertThat(Bench.write(exchange, "file", CONTENT).get().size()).isEqualTo(CONTENT.length);
        assertThat(Bench.read(exchange, "file").get()).isEqualTo(CONTENT);
    }

    @Test
    void a_large_file_whose_acknowledgements_were_lost_is_there_once() {
        byte[] content = Bench.random(6 << 20);
        for (int lost = 0; lost < 4; lost++) {
            SANDBOX.reset();
            SANDBOX.faults(new FaultRule(FaultMatch.system("s3"), lost, 1, new FaultEffect.ResetAfter()));

            assertThat(Bench.write(exchange, "file", content).isRight())
                    .as("answer %d lost", lost + 1)
                    .isTrue();
            assertThat(Bench.read(exchange, "file").get()).isEqualTo(content);
        }
    }

    @Test
    void an_object_that_changes_while_it_is_read_is_a_conflict() throws IOException {
        byte[] content = Bench.random(6 << 20);
        Bench.write(exchange, "file", content).get();
        try (var source = exchange.read("file", Calls.ample()).get()) {
            byte[] buffer = new byte[5 << 20];
            source.read(buffer, 0, buffer.length).get();
            try (OutputStream other = SANDBOX.objects().write(SANDBOX.inboundBucket(), "sandbox/file")) {
                other.write(Bench.random(7 << 20));
            }

            assertThat(source.read(buffer, 0, buffer.length).getLeft()).isInstanceOf(BridgeError.Conflict.class);
        }
    }

    @Test
    void a_call_ends_in_time_while_the_store_is_silent() {
        SANDBOX.faults(FaultRule.always("s3", new FaultEffect.Stall(LONG)));
        Call brief = Call.within("brief", Duration.ofMillis(700), System::nanoTime, Progress.SILENT);

        assertThat(exchange.list("", brief).getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void a_cancelled_call_lets_go_of_a_silent_store() {
        SANDBOX.faults(FaultRule.always("s3", new FaultEffect.Stall(LONG)));
        Call call = Calls.ample();
        Thread other = new Thread(() -> {
            awaitFault();
            call.cancel();
        });
        other.start();

        assertThat(exchange.list("", call).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void a_large_file_that_was_given_up_leaves_no_parts() {
        ByteSink sink = Bench.begin(exchange, "file");
        sink.write(Bench.random(6 << 20), 0, 6 << 20).get();

        sink.abort();

        Exchange last = SANDBOX.exchanges().get(SANDBOX.exchanges().size() - 1);
        assertThat(last.request().method()).isEqualTo("DELETE");
        assertThat(last.request().query()).contains("uploadId=");
        assertThat(last.answer().status()).isEqualTo(204);
    }

    /** Until a request met the fault, so that it is on the wire. */
    private static void awaitFault() {
        try {
            HttpRequest faults =
                    HttpRequest.newBuilder(SANDBOX.control().resolve("/faults")).build();
            String seen;
            do {
                seen = HttpClient.newHttpClient()
                        .send(faults, HttpResponse.BodyHandlers.ofString())
                        .body();
            } while (seen.contains("\"fired\":0"));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private FileExchange once() {
        exchange.close();
        exchange = Bench.open(Bench.settings(SANDBOX).maxAttempts(1).build());
        return exchange;
    }

    private static FaultEffect answer(int status, String code) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                + "</Code><Message>Injected</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>";
        return new FaultEffect.Status(status, body, Map.of("Content-Type", "application/xml"));
    }
}

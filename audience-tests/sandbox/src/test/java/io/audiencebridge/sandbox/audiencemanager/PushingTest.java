// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to destinations of HTTP. Source: audience-manager.md, sections 5.7 and 8.7. */
class PushingTest {
    private static final FileBench BENCH = new FileBench();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long GOLD = FileBench.segmentOf(24);
    private static final long SILVER = FileBench.segmentOf(25);
    private static final SandboxPushOrder.Key OLD = new SandboxPushOrder.Key("SHA1", "sample_partner_private_key");
    private static final SandboxPushOrder.Key NEW = new SandboxPushOrder.Key("SHA256", "the next one");

    private final List<Got> got = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private IntUnaryOperator status = number -> 200;
    private HttpServer receiver;
    private long destination;

    private record Got(String body, List<String> signatures) {}

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.trait(24, 13701, ",\"members\":[" + ids(0, 12) + "]");
        BENCH.trait(25, 13701, ",\"members\":[" + ids(11, 13) + "]");
        destination = BENCH.data().addFileDestination("Receiver", 13701);
        Rest rest = new Rest(BENCH.sandbox);
        rest.mapping(destination, GOLD, ",\"traitAlias\":\"gold\"");
        rest.mapping(destination, SILVER, "");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/from-aam", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<String> signatures = exchange.getRequestHeaders().get("X-Signature");
            got.add(new Got(
                    new String(body, StandardCharsets.UTF_8),
                    signatures == null ? List.of() : List.copyOf(signatures)));
            int answer = status.applyAsInt(got.size());
            if (answer == 0) {
                await();
            }
            exchange.sendResponseHeaders(answer == 0 ? 200 : answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stopReceiver() {
        stopped.countDown();
        receiver.stop(0);
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @Test
    void everybody_who_entered_is_pushed_ten_a_message_with_all_current_segments() throws IOException {
        BENCH.data().pushes().order(order());

        List<SandboxPush> pushes = BENCH.data().pushes().send(destination);

        assertThat(pushes).hasSize(2).allMatch(SandboxPush::isTaken);
        JsonNode first = JSON.readTree(pushes.get(0).body());
        JsonNode second = JSON.readTree(pushes.get(1).body());
        assertThat(first.path("User_DPID").asText()).isEqualTo("13701");
        assertThat(first.path("AAM_Destination_Id").asText()).isEqualTo(Long.toString(destination));
        assertThat(first.path("User_count").isTextual()).isTrue();
        assertThat(first.path("User_count").asText()).isEqualTo("10");
        assertThat(first.path("ProcessTime").asText())
                .matches("[A-Z][a-z]{2} [A-Z][a-z]{2} \\d{2} \\d{2}:\\d{2}:\\d{2} UTC \\d{4}");
        assertThat(first.path("Users"))
                .hasSize(10)
                .allSatisfy(user -> assertThat(user.path("AAM_UUID").asText()).matches("\\d{38}"));
        assertThat(segments(second, 0)).containsExactly("gold 1");
        assertThat(segments(second, 1)).containsExactlyInAnyOrder("gold 1", SILVER + " 1");
        assertThat(second.path("Users").get(2).path("DataPartner_UUID").asText())
                .isEqualTo(id(12));
        assertThat(segments(second, 2)).containsExactly(SILVER + " 1");
    }

    @Test
    void what_did_not_change_is_not_pushed_again_and_who_left_is_pushed_as_such() throws IOException {
        BENCH.data().pushes().order(order());
        BENCH.data().pushes().send(destination);

        assertThat(BENCH.data().pushes().send(destination)).isEmpty();

        BENCH.live();
        BENCH.take("ftp_dpm_13701_1400000000.sync", id(11) + "\td_unsid=24\n");
        List<SandboxPush> left = BENCH.data().pushes().send(destination);

        JsonNode message = JSON.readTree(left.get(0).body());
        assertThat(message.path("Users")).hasSize(1);
        assertThat(segments(message, 0)).containsExactlyInAnyOrder(SILVER + " 1", "gold 0");
        assertThat(BENCH.data().pushes().sent()).hasSize(3);
    }

    @Test
    void a_batch_repeats_what_was_sent_in_real_time_and_tells_only_changes_afterwards() throws IOException {
        BENCH.data().pushes().order(order());
        BENCH.data().pushes().send(destination);
        assertThat(BENCH.data().pushes().sendBatch(destination)).hasSize(2);
        BENCH.live();
        BENCH.take("ftp_dpm_13701_1400000000.sync", id(11) + "\td_unsid=24\n");

        List<SandboxPush> changes = BENCH.data().pushes().sendBatch(destination);

        assertThat(segments(JSON.readTree(changes.get(0).body()), 0)).containsExactly("gold 0");
    }

    @Test
    void o05_messages_are_signed_and_two_keys_are_two_headers() throws GeneralSecurityException {
        BENCH.data().pushes().order(order().signedBy(OLD, NEW));

        BENCH.data().pushes().send(destination);

        Got message = got.get(0);
        assertThat(message.signatures())
                .containsExactlyInAnyOrder(
                        signature("HmacSHA1", OLD.secret(), message.body()),
                        signature("HmacSHA256", NEW.secret(), message.body()));
        assertThat(signature("HmacSHA1", OLD.secret(), "POST message content"))
                .isEqualTo("+wFdR/afZNoVqtGl8/e1KJ4ykPU=");
    }

    @Test
    void o06_another_status_than_200_is_a_failure_with_one_retry() {
        BENCH.data().pushes().order(order());
        status = number -> 201;

        List<SandboxPush> pushes = BENCH.data().pushes().send(destination);

        assertThat(pushes.get(0).statuses()).containsExactly(201, 201);
        assertThat(pushes.get(0).isTaken()).isFalse();
    }

    @Test
    void o06_an_answer_that_is_late_is_a_failure_with_one_retry() {
        BENCH.data().pushes().order(order().answerWithin(Duration.ofMillis(200)));
        status = number -> number == 1 ? 0 : 200;

        SandboxPush push = BENCH.data().pushes().send(destination).get(0);
        stopped.countDown();

        assertThat(push.statuses().get(0)).isZero();
        assertThat(push.statuses()).hasSize(2);
    }

    @Test
    void faults_change_what_travels() throws GeneralSecurityException {
        BENCH.data().pushes().order(order().signedBy(OLD));
        BENCH.data().pushes().send(destination, SandboxPushFault.ALTERED);
        BENCH.data().pushes().sendBatch(destination, SandboxPushFault.TWICE);

        assertThat(got.get(0).signatures())
                .doesNotContain(signature("HmacSHA1", OLD.secret(), got.get(0).body()));
        assertThat(got.get(2).body()).isEqualTo(got.get(3).body());
        assertThat(got.get(2).signatures())
                .containsExactly(signature("HmacSHA1", OLD.secret(), got.get(2).body()));
    }

    @Test
    void the_control_api_sets_up_and_sends_and_shows_what_became_of_it() throws Exception {
        BENCH.seed("""
                {"pushOrders":[{"destinationId":%d,"url":"%s","keys":[{"algorithm":"SHA1","secret":"%s"}]}]}""".formatted(destination, order().url(), OLD.secret()));
        BENCH.seed("{\"pushes\":[{\"destinationId\":%d,\"faults\":[\"ALTERED\"]}]}".formatted(destination));

        assertThat(got).hasSize(2);
        assertThat(got.get(0).signatures())
                .doesNotContain(signature("HmacSHA1", OLD.secret(), got.get(0).body()));
        JsonNode state = BENCH.state().path("pushes");
        assertThat(state)
                .hasSize(2)
                .allSatisfy(push -> assertThat(push.path("taken").asBoolean()).isTrue());
    }

    @Test
    void a_destination_needs_to_be_there_and_to_have_an_order() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BENCH.data().pushes().order(SandboxPushOrder.to(1, URI.create("http://localhost"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BENCH.data().pushes().send(destination))
                .withMessageContaining("no order");
    }

    private SandboxPushOrder order() {
        return SandboxPushOrder.to(
                destination,
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/from-aam"));
    }

    private void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> segments(JsonNode message, int user) {
        return message.path("Users")
                .get(user)
                .path("Segments")
                .valueStream()
                .map(segment -> segment.path("Segment_ID").asText() + " "
                        + segment.path("Status").asText())
                .toList();
    }

    private static String signature(String algorithm, String key, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String ids(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> "\"" + id(number) + "\"")
                .collect(Collectors.joining(","));
    }

    private static String id(int number) {
        return "1%037d".formatted(number);
    }
}

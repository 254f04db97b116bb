// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.audiencebridge.adapter.audiencemanager.client.PushAnswer;
import io.audiencebridge.adapter.audiencemanager.client.PushClient;
import io.audiencebridge.adapter.audiencemanager.client.PushEndpoint;
import io.audiencebridge.adapter.audiencemanager.client.PushHandler;
import io.audiencebridge.adapter.audiencemanager.client.PushKey;
import io.audiencebridge.adapter.audiencemanager.client.PushMessage;
import io.audiencebridge.adapter.audiencemanager.client.PushReceiver;
import io.audiencebridge.adapter.audiencemanager.client.PushSettings;
import io.audiencebridge.adapter.audiencemanager.client.PushTokenEndpoint;
import io.audiencebridge.adapter.audiencemanager.client.PushTokens;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.audiencemanager.SandboxPush;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushFault;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushOrder;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receiver and the sandbox's sender over real HTTP. Source: audience-manager.md, section 5.7. */
final class PushesFromTheSandboxTest {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();
    private static final SandboxPushOrder.Key OLD = new SandboxPushOrder.Key("SHA1", "sample_partner_private_key");
    private static final SandboxPushOrder.Key NEXT = new SandboxPushOrder.Key("SHA256", "the next key");

    private final Queue<PushMessage> taken = new ConcurrentLinkedQueue<>();
    private final Queue<PushAnswer> refused = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private HttpServer server;
    private long destination;

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        SANDBOX.reset();
        destination = SANDBOX.audienceManagerData().addFileDestination("Receiver", 13701);
        seed("""
                {"traits":[{"sid":24,"name":"T","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":0,"ttl":0,
                "members":["11111111111111111111111111111111111111","22222222222222222222222222222222222222"]}],
                "segments":[{"sid":800024,"name":"Gold","segmentRule":"24T","dataSourceId":13701,"folderId":0}],
                "mappings":[{"destinationId":%d,"sid":800024,"traitType":"SEGMENT","startDate":"2020-01-01"}]}""".formatted(destination));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void members_that_are_pushed_arrive_at_the_handler() {
        mount(PushSettings.of(sha1(OLD)), taken::add);
        order(OLD);

        List<SandboxPush> pushes = pushes().send(destination);

        assertThat(pushes)
                .singleElement()
                .satisfies(push -> assertThat(push.statuses()).containsExactly(200));
        assertThat(taken).singleElement().satisfies(message -> {
            assertThat(message.destination()).hasValue(destination);
            assertThat(message.userDataSource()).hasValue(13701);
            assertThat(message.processed()).isPresent();
            assertThat(message.statedUsers()).hasValue(2);
            assertThat(message.unreadable()).isZero();
            assertThat(message.users()).hasSize(2).allSatisfy(user -> {
                assertThat(user.aamUuid()).isPresent();
                assertThat(user.segments()).singleElement().satisfies(segment -> {
                    assertThat(segment.segment()).isEqualTo("800024");
                    assertThat(segment.current()).isTrue();
                    assertThat(segment.at()).isPresent();
                });
            });
            assertThat(message.users().get(0).partnerUuid()).hasValue("11111111111111111111111111111111111111");
        });
    }

    @Test
    void a_key_is_replaced_without_losing_a_message() {
        mount(PushSettings.of(sha1(OLD), PushKey.sha256(Secret.of(NEXT.secret()))), taken::add);

        for (List<SandboxPushOrder.Key> keys : List.of(List.of(OLD), List.of(OLD, NEXT), List.of(NEXT))) {
            order(keys.toArray(SandboxPushOrder.Key[]::new));
            assertThat(pushes().send(destination)).allMatch(SandboxPush::isTaken);
            anotherMember();
        }

        assertThat(taken).hasSize(3);
        assertThat(refused).isEmpty();
    }

    @Test
    void what_was_forged_or_damaged_is_refused_twice_and_nobody_enters() {
        mount(PushSettings.of(sha1(OLD)), taken::add);
        order(OLD);
        for (SandboxPushFault fault : List.of(
                SandboxPushFault.OTHER_KEY,
                SandboxPushFault.UNSIGNED,
                SandboxPushFault.ALTERED,
                SandboxPushFault.CUT)) {
            int expected = fault == SandboxPushFault.CUT ? 400 : 401;
            assertThat(pushes().send(destination, fault))
                    .as(fault.name())
                    .singleElement()
                    .satisfies(push -> assertThat(push.statuses()).containsExactly(expected, expected));
            anotherMember();
        }

        assertThat(taken).isEmpty();
        assertThat(refused).hasSize(8);
    }

    @Test
    void what_is_too_large_is_refused_and_not_read_to_its_end() {
        mount(PushSettings.of(sha1(OLD)), taken::add);
        order(OLD);

        List<SandboxPush> pushes = pushes().send(destination, SandboxPushFault.HUGE);

        assertThat(pushes).noneMatch(SandboxPush::isTaken);
        assertThat(refused).extracting(PushAnswer::status).containsExactly(413, 413);
        assertThat(taken).isEmpty();
    }

    @Test
    void a_repeat_is_known_by_its_fingerprint() {
        mount(PushSettings.of(sha1(OLD)), taken::add);
        order(OLD);

        pushes().send(destination, SandboxPushFault.TWICE);

        assertThat(taken).hasSize(2);
        assertThat(taken.stream().map(PushMessage::fingerprint).distinct()).hasSize(1);
    }

    @Test
    void a_late_handler_gets_the_repeat_and_the_sender_is_answered_in_time() {
        CountDownLatch never = new CountDownLatch(1);
        Queue<PushMessage> seen = new ConcurrentLinkedQueue<>();
        PushSettings settings = PushSettings.builder()
                .addKeys(sha1(OLD))
                .answerWithin(Duration.ofMillis(100))
                .build();
        mount(settings, message -> {
            seen.add(message);
            if (seen.size() == 1) {
                never.await();
            }
            taken.add(message);
        });
        order(OLD);

        List<SandboxPush> pushes = pushes().send(destination);

        assertThat(pushes.get(0).statuses()).containsExactly(503, 200);
        assertThat(seen).hasSize(2);
        assertThat(taken).hasSize(1);
    }

    @Test
    void where_it_signs_in_and_signs_both_are_needed() {
        PushSettings settings = PushSettings.builder()
                .addKeys(sha1(OLD))
                .addClients(new PushClient("adobe", Secret.of("s3cret")))
                .build();
        server.createContext(
                "/token", new PushTokenEndpoint(PushTokens.of(settings).get()));
        mount(settings, taken::add);
        SandboxPushOrder signed = SandboxPushOrder.to(destination, address()).signedBy(OLD);
        URI tokens = address().resolve("/token");

        assertThat(statuses(signed)).containsExactly(401, 401);
        assertThat(statuses(signed.signingIn(tokens, "adobe", "wrong"))).containsExactly(401, 401);
        assertThat(statuses(signed.signedBy().signingIn(tokens, "adobe", "s3cret")))
                .containsExactly(401, 401);
        assertThat(statuses(signed.signingIn(tokens, "adobe", "s3cret"))).containsExactly(200);
        assertThat(taken).hasSize(1);
        assertThat(refused.stream().map(PushAnswer::reason).distinct())
                .containsExactly(
                        "no token of a client that is known", "no signature in X-Signature under a key that is known");
    }

    private List<Integer> statuses(SandboxPushOrder order) {
        pushes().order(order);
        anotherMember();
        return pushes().send(destination).get(0).statuses();
    }

    @Test
    void another_method_is_told_which_one_is_allowed() throws IOException, InterruptedException {
        mount(PushSettings.of(sha1(OLD)), taken::add);

        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address()).build(), HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    private void mount(PushSettings settings, PushHandler handler) {
        PushHandler watched = new PushHandler() {
            @Override
            public void take(PushMessage message) throws Exception {
                handler.take(message);
            }

            @Override
            public void refused(PushAnswer answer) {
                refused.add(answer);
            }
        };
        PushReceiver receiver = PushReceiver.of(settings, watched, threads).get();
        server.createContext("/from-aam", new PushEndpoint(receiver));
    }

    private void order(SandboxPushOrder.Key... keys) {
        pushes().order(SandboxPushOrder.to(destination, address()).signedBy(keys));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/from-aam");
    }

    private static SandboxPushes pushes() {
        return SANDBOX.audienceManagerData().pushes();
    }

    private static PushKey sha1(SandboxPushOrder.Key key) {
        return PushKey.sha1(Secret.of(key.secret()));
    }

    /** So that there is something to push again. */
    private void anotherMember() {
        int number = 30 + taken.size() + refused.size();
        seed("""
                {"traits":[{"sid":%1$d,"name":"T%1$d","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":0,"ttl":0,
                "members":["%2$s"]}],
                "segments":[{"sid":8000%1$d,"name":"S%1$d","segmentRule":"%1$dT","dataSourceId":13701,"folderId":0}],
                "mappings":[{"destinationId":%3$d,"sid":8000%1$d,"traitType":"SEGMENT","startDate":"2020-01-01"}]}""".formatted(number, "3".repeat(38), destination));
    }

    private static void seed(String json) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(SANDBOX.control().resolve("/seed"))
                                    .POST(HttpRequest.BodyPublishers.ofString(json))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

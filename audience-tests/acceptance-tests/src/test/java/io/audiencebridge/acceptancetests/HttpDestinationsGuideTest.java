// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.audiencebridge.adapter.audiencemanager.client.PushAnswer;
import io.audiencebridge.adapter.audiencemanager.client.PushClient;
import io.audiencebridge.adapter.audiencemanager.client.PushEndpoint;
import io.audiencebridge.adapter.audiencemanager.client.PushHandler;
import io.audiencebridge.adapter.audiencemanager.client.PushKey;
import io.audiencebridge.adapter.audiencemanager.client.PushMessage;
import io.audiencebridge.adapter.audiencemanager.client.PushReceiver;
import io.audiencebridge.adapter.audiencemanager.client.PushRequest;
import io.audiencebridge.adapter.audiencemanager.client.PushSettings;
import io.audiencebridge.adapter.audiencemanager.client.PushTokenEndpoint;
import io.audiencebridge.adapter.audiencemanager.client.PushTokens;
import io.audiencebridge.adapter.audiencemanager.client.PushedSegment;
import io.audiencebridge.adapter.audiencemanager.client.PushedUser;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.audiencemanager.SandboxPush;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushFault;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushOrder;
import io.audiencebridge.sandbox.audiencemanager.SandboxPushes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide "HTTP destinations" shows: a shared list is pushed to two servers, and who is in it is known there. */
final class HttpDestinationsGuideTest {
    private static final SandboxPushOrder.Key KEY = new SandboxPushOrder.Key("SHA256", "the key given to Adobe");

    private final BlockingQueue<PushMessage> queue = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @TempDir
    private Path home;

    private Journey journey;

    @BeforeEach
    void start() {
        journey = new Journey(People.withoutSharedKeys(30), home);
    }

    @AfterEach
    void stop() {
        journey.close();
        threads.shutdownNow();
    }

    @Test
    void members_of_a_shared_list_are_pushed_to_the_jdk_s_server() throws IOException {
        PushReceiver receiver = receiver(KEY.secret(), "the key before", queue, threads);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/from-aam", new PushEndpoint(receiver));
        server.start();
        long destination = shared();

        List<SandboxPush> pushes = pushed(destination, server.getAddress().getPort());
        server.stop(0);

        assertThat(pushes).isNotEmpty().allMatch(SandboxPush::isTaken);
        Map<String, Set<String>> members = new TreeMap<>();
        queue.forEach(message -> kept(message, members));
        assertThat(members.values())
                .singleElement()
                .satisfies(ids -> assertThat(ids).containsExactlyInAnyOrderElementsOf(audienceMembers()));
    }

    @Test
    void members_of_a_shared_list_are_pushed_to_a_servlet() throws Exception {
        PushReceiver receiver = receiver(KEY.secret(), "the key before", queue, threads);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new FromAudienceManager(receiver)), "/from-aam");
        server.setHandler(context);
        server.start();
        long destination = shared();

        List<SandboxPush> pushes = pushed(destination, connector.getLocalPort());
        List<SandboxPush> forged = pushes().sendBatch(destination, SandboxPushFault.OTHER_KEY);
        server.stop();

        assertThat(pushes).isNotEmpty().allMatch(SandboxPush::isTaken);
        assertThat(forged).allSatisfy(push -> assertThat(push.statuses()).containsExactly(401, 401));
        assertThat(queue).hasSameSizeAs(pushes);
    }

    @Test
    void pushes_with_a_token_that_we_gave_out_are_taken_and_others_are_not() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PushSettings settings = signedIn(server, "the secret");
        server.createContext(
                "/from-aam",
                new PushEndpoint(
                        PushReceiver.of(settings, new Inbox(queue), threads).get()));
        server.start();
        long destination = shared();
        URI home = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        SandboxPushOrder order = SandboxPushOrder.to(destination, home.resolve("/from-aam"))
                .signingIn(home.resolve("/token"), "adobe", "the secret");

        pushes().order(order);
        List<SandboxPush> pushes = pushes().send(destination);
        List<SandboxPush> forged = pushes().sendBatch(destination, SandboxPushFault.OTHER_TOKEN);
        server.stop(0);

        assertThat(pushes).isNotEmpty().allMatch(SandboxPush::isTaken);
        assertThat(forged)
                .isNotEmpty()
                .allSatisfy(push -> assertThat(push.statuses()).containsExactly(401, 401));
        assertThat(queue).hasSameSizeAs(pushes);
    }

    static PushSettings signedIn(HttpServer server, String secret) {
        PushSettings settings = PushSettings.builder()
                .addClients(new PushClient("adobe", Secret.of(secret)))
                .build();
        server.createContext(
                "/token", new PushTokenEndpoint(PushTokens.of(settings).get()));
        return settings;
    }

    static PushReceiver receiver(
            String newKey, String oldKey, BlockingQueue<PushMessage> queue, ExecutorService threads) {
        PushSettings settings = PushSettings.builder()
                .addKeys(PushKey.sha256(Secret.of(newKey)), PushKey.sha1(Secret.of(oldKey)))
                .build();
        PushReceiver receiver =
                PushReceiver.of(settings, new Inbox(queue), threads).get();
        return receiver;
    }

    /** Keeps what is to be done, and leaves the doing to somebody else. */
    static final class Inbox implements PushHandler {
        private final Set<String> seen = ConcurrentHashMap.newKeySet();
        private final BlockingQueue<PushMessage> queue;

        Inbox(BlockingQueue<PushMessage> queue) {
            this.queue = queue;
        }

        @Override
        public void take(PushMessage message) {
            if (seen.add(message.fingerprint())) {
                queue.add(message);
            }
        }

        @Override
        public void refused(PushAnswer answer) {
            System.err.println("A push was answered with " + answer);
        }
    }

    static final class FromAudienceManager extends HttpServlet {
        private static final long serialVersionUID = 1;
        private final transient PushReceiver receiver;

        FromAudienceManager(PushReceiver receiver) {
            this.receiver = receiver;
        }

        @Override
        protected void service(HttpServletRequest call, HttpServletResponse answer) {
            answer.setStatus(receiver.answer(new Called(call)).status());
        }

        private record Called(HttpServletRequest call) implements PushRequest {
            @Override
            public String method() {
                return call.getMethod();
            }

            @Override
            public String target() {
                String query = call.getQueryString();
                return query == null ? call.getRequestURI() : call.getRequestURI() + "?" + query;
            }

            @Override
            public List<String> headers(String name) {
                return Collections.list(call.getHeaders(name));
            }

            @Override
            public InputStream body() throws IOException {
                return call.getInputStream();
            }
        }
    }

    private static void kept(PushMessage message, Map<String, Set<String>> members) {
        for (PushedUser user : message.users()) {
            for (PushedSegment segment : user.segments()) {
                Set<String> ids = members.computeIfAbsent(segment.segment(), first -> new TreeSet<>());
                String id = user.partnerUuid().orElseThrow();
                if (segment.current()) {
                    ids.add(id);
                } else {
                    ids.remove(id);
                }
            }
        }
    }

    /** Shares everybody, and gives the destination that the audience is mapped to. */
    private long shared() {
        Receipt receipt = journey.shared(journey.everybody(), "Loyal", KeyKind.VISITOR.dataSource(journey.sandbox));
        assertThat(receipt.state().isDelivered()).isTrue();
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
        return journey.sandbox.audienceManagerData().visitorDestinationId();
    }

    private List<SandboxPush> pushed(long destination, int port) {
        pushes().order(SandboxPushOrder.to(destination, URI.create("http://127.0.0.1:" + port + "/from-aam"))
                .signedBy(KEY));
        return pushes().send(destination);
    }

    private SandboxPushes pushes() {
        return journey.sandbox.audienceManagerData().pushes();
    }

    private List<String> audienceMembers() {
        return journey.sandbox
                .audienceManagerData()
                .members(
                        journey.audienceTitled("Loyal").id(),
                        journey.sandbox.audienceManagerData().visitorDataSourceId());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Cancellation;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that holds the calls of the first visitor until it is told to go on; calls of one visitor never meet at it. */
@Timeout(60)
class TakingTurnsTest {
    private static final DeclaredId HELD = DeclaredId.of(813, "held");
    private final MockWebServer server = new MockWebServer();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();
    private final HttpTransport transport = HttpTransport.to(
            SystemId.AUDIENCE_MANAGER, HttpSettings.builder().maxAttempts(1).build());
    private DataCollection client;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        server.start();
        client = new DcsClient(
                DcsBench.settings(URI.create("http://" + server.getHostName() + ":" + server.getPort()))
                        .idInterval(Duration.ZERO)
                        .idCallsPerMinute(1_000)
                        .build(),
                transport,
                new ImsOrgId("O@AdobeOrg"),
                InstantSource.system());
    }

    @AfterEach
    void close() {
        goOn.countDown();
        transport.close();
        server.close();
    }

    @Test
    void calls_of_one_visitor_are_made_one_after_another_in_the_order_in_which_they_came() throws Exception {
        List<CompletableFuture<Either<BridgeError, EventAnswer>>> answers = new ArrayList<>();
        answers.add(started(event("0", HELD), CallOptions.standard()));
        arrived.await();
        for (int i = 1; i < 8; i++) {
            answers.add(started(event(Integer.toString(i), HELD), CallOptions.standard()));
            waiting(threads.get(i));
        }
        var other = client.send(event("x", DeclaredId.of(813, "other")), CallOptions.standard());
        List<String> before = List.copyOf(order);

        goOn.countDown();
        answers.forEach(answer -> assertThat(answer.join().isRight()).isTrue());

        assertThat(other.isRight()).isTrue();
        assertThat(before).containsExactly("0", "x");
        assertThat(order).containsExactly("0", "x", "1", "2", "3", "4", "5", "6", "7");
        assertThat(mostInside.get()).isEqualTo(1);
    }

    @Test
    void a_call_of_two_ids_waits_for_both() throws Exception {
        DeclaredId other = DeclaredId.of(814, "other");
        var first = started(event("0", HELD), CallOptions.standard());
        arrived.await();
        var both = started(event("1", other, HELD), CallOptions.standard());
        waiting(threads.get(1));
        var last = started(event("2", other), CallOptions.standard());
        waiting(threads.get(2));

        goOn.countDown();

        assertThat(first.join().isRight()
                        && both.join().isRight()
                        && last.join().isRight())
                .isTrue();
        assertThat(order).containsExactly("0", "1", "2");
    }

    @Test
    void who_gives_up_lets_nobody_overtake() throws Exception {
        var cancellation = new Cancellation();
        var first = started(event("0", HELD), CallOptions.standard());
        arrived.await();
        var cancelled = started(
                event("1", HELD),
                CallOptions.builder().cancellation(cancellation).build());
        waiting(threads.get(1));
        var last = started(event("2", HELD), CallOptions.standard());
        waiting(threads.get(2));

        cancellation.cancel();
        BridgeError gaveUp = cancelled.join().getLeft();
        BridgeError late = client.send(event("3", HELD), CallOptions.within(Duration.ofMillis(30)))
                .getLeft();
        List<String> meanwhile = List.copyOf(order);
        goOn.countDown();

        assertThat(gaveUp).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(late).isInstanceOf(BridgeError.DeadlineExceeded.class);
        assertThat(meanwhile).containsExactly("0");
        assertThat(first.join().isRight() && last.join().isRight()).isTrue();
        assertThat(order).containsExactly("0", "2");
    }

    @Test
    void many_who_give_up_leave_no_trace() throws Exception {
        var first = started(event("0", HELD), CallOptions.standard());
        arrived.await();

        for (int i = 0; i < 20_000; i++) {
            client.send(event("late", HELD), CallOptions.within(Duration.ofNanos(1)));
        }
        goOn.countDown();

        assertThat(first.join().isRight()).isTrue();
        assertThat(client.send(event("1", HELD), CallOptions.standard()).isRight())
                .isTrue();
        assertThat(order).containsExactly("0", "1");
    }

    private static EventCall event(String name, DeclaredId... ids) {
        return EventCall.builder().addDeclaredIds(ids).signal("c_name", name).build();
    }

    private CompletableFuture<Either<BridgeError, EventAnswer>> started(EventCall event, CallOptions options) {
        CompletableFuture<Either<BridgeError, EventAnswer>> answer = new CompletableFuture<>();
        var thread = new Thread(() -> answer.complete(client.send(event, options)));
        threads.add(thread);
        thread.start();
        return answer;
    }

    /** Until the thread waits for its turn; one that had got through would wait on a socket, which is no timed waiting. */
    private static void waiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        String name = String.valueOf(request.getUrl().queryParameter("c_name"));
        boolean held = String.valueOf(request.getUrl().encodedQuery()).contains("held");
        order.add(name);
        if (held) {
            mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
            arrived.countDown();
            goOn.await();
            inside.decrementAndGet();
        }
        return new MockResponse.Builder()
                .code(200)
                .body(DcsBench.TAKEN.replace('\'', '"'))
                .build();
    }
}

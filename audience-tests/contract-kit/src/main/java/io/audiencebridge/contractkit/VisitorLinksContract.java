// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkState;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.vavr.control.Either;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that links web visitors. The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>A visitor is linked with an id, and the same link again has the effect of one, also when several threads make it.
 *   <li>A person has several visitors.
 *   <li>A link counts anew when its state is another than that of the last one (SEMANTICS S24).
 *   <li>The visitor may be known, or be read from the cookies of a request or from a hand-over parameter.
 *   <li>A request without a visitor, and a visitor who opted out, are outcomes; nobody is linked.
 *   <li>A visitor data source, an id that may not travel plain (SEMANTICS S18), and a broken trace are each an {@code InvalidRequest}; no message repeats an id.
 *   <li>A data source that the system does not know is {@code RejectedBySystem}.
 *   <li>A call that is over links nobody.
 * </ol>
 */
@ContractOf(
        value = VisitorLinks.class,
        semantics = {"S18", "S24"})
@Tag("visitor-links")
public abstract class VisitorLinksContract {
    private static final String PERSON = "R42";

    private Connector connector;
    private VisitorLinks links;

    /** For subclasses. */
    protected VisitorLinksContract() {}

    /** A connector to a system where nobody is linked yet. */
    protected abstract Connector open() throws Exception;

    /** A data source of declared ids that the system knows. */
    protected abstract DataSource known();

    /** A data source of declared ids that the system does not know. */
    protected abstract DataSource unknown();

    /** A visitor whom the system has seen; another one at each call. */
    protected abstract Ecid visitor() throws Exception;

    /** The {@code Cookie} header of that visitor's browser. */
    protected abstract String cookies(Ecid visitor);

    /** An address with that visitor's hand-over parameter, written now. */
    protected abstract String handOver(Ecid visitor);

    /** A {@code Cookie} header or an address that names a visitor and is broken. */
    protected abstract WebVisitor broken();

    /** From now on the visitor must not be followed. */
    protected abstract void optOut(Ecid visitor) throws Exception;

    /** With how many visitors the system has linked the id of {@link #known}. */
    protected abstract int visitorsOf(String id);

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
        links = connector.ability(VisitorLinks.class).get();
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R21.1")
    @Test
    void rule_1_a_visitor_is_linked_with_an_id() throws Exception {
        LinkOutcome outcome = link(new WebVisitor.Known(visitor()), PERSON).get();

        assertThat(outcome).isEqualTo(LinkOutcome.LINKED);
        assertThat(visitorsOf(PERSON)).isEqualTo(1);
        assertThat(visitorsOf("R43")).isZero();
    }

    @Rule("R21.2")
    @Test
    void rule_1_the_same_link_again_has_the_effect_of_one() throws Exception {
        WebVisitor visitor = new WebVisitor.Known(visitor());
        link(visitor, PERSON).get();

        LinkOutcome again = link(visitor, PERSON).get();

        assertThat(again).isIn(LinkOutcome.LINKED, LinkOutcome.ALREADY_LINKED);
        assertThat(visitorsOf(PERSON)).isEqualTo(1);
    }

    @Rule("R21.3")
    @Test
    void rule_1_several_threads_may_make_the_same_link() throws Exception {
        WebVisitor visitor = new WebVisitor.Known(visitor());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Either<BridgeError, LinkOutcome>>> all = Collections.nCopies(16, PERSON).stream()
                    .map(id -> CompletableFuture.supplyAsync(() -> link(visitor, id), threads))
                    .toList();

            assertThat(all).allSatisfy(each -> assertThat(each.join().isRight()).isTrue());
        } finally {
            threads.shutdown();
        }
        assertThat(visitorsOf(PERSON)).isEqualTo(1);
    }

    @Rule("R21.4")
    @Test
    void rule_2_a_person_has_several_visitors() throws Exception {
        link(new WebVisitor.Known(visitor()), PERSON).get();

        LinkOutcome second = link(new WebVisitor.Known(visitor()), PERSON).get();

        assertThat(second).isEqualTo(LinkOutcome.LINKED);
        assertThat(visitorsOf(PERSON)).isEqualTo(2);
    }

    @Rule("R21.5")
    @Test
    void rule_3_who_signs_in_out_and_in_again_is_linked_each_time() throws Exception {
        WebVisitor visitor = new WebVisitor.Known(visitor());

        for (LinkState state :
                List.of(LinkState.UNKNOWN, LinkState.AUTHENTICATED, LinkState.LOGGED_OUT, LinkState.AUTHENTICATED)) {
            assertThat(links.link(order(visitor, PERSON).state(state).build(), Calls.ample())
                            .get())
                    .as(state.name())
                    .isEqualTo(LinkOutcome.LINKED);
        }
    }

    @Rule("R21.6")
    @Test
    void rule_4_cookies_and_hand_overs_name_the_same_visitor() throws Exception {
        Ecid visitor = visitor();
        Ecid other = visitor();

        link(new WebVisitor.Cookies(cookies(visitor)), PERSON).get();
        link(new WebVisitor.HandedOver(handOver(visitor)), PERSON).get();
        int one = visitorsOf(PERSON);
        link(new WebVisitor.HandedOver(handOver(other)), PERSON).get();

        assertThat(one).isEqualTo(1);
        assertThat(visitorsOf(PERSON)).isEqualTo(2);
    }

    @Rule("R21.7")
    @Test
    void rule_5_a_request_without_a_visitor_is_an_outcome() {
        for (WebVisitor nobody : List.of(
                new WebVisitor.Cookies(""),
                new WebVisitor.Cookies("theme=dark; =; ;;"),
                new WebVisitor.HandedOver("https://shop.example/?a=b#top"),
                new WebVisitor.HandedOver(""))) {
            assertThat(link(nobody, PERSON).get()).isEqualTo(LinkOutcome.NO_VISITOR);
        }
        assertThat(visitorsOf(PERSON)).isZero();
    }

    @Rule("R21.8")
    @Test
    void rule_5_a_visitor_who_opted_out_is_an_outcome() throws Exception {
        Ecid visitor = visitor();
        optOut(visitor);

        assertThat(link(new WebVisitor.Known(visitor), PERSON).get()).isEqualTo(LinkOutcome.OPTED_OUT);
        assertThat(link(new WebVisitor.Known(visitor), PERSON).get()).isEqualTo(LinkOutcome.OPTED_OUT);
        assertThat(visitorsOf(PERSON)).isZero();
    }

    @Rule("R21.9")
    @Test
    void rule_6_a_visitor_data_source_is_refused() throws Exception {
        LinkOrder order = order(new WebVisitor.Known(visitor()), PERSON)
                .dataSource(DataSource.visitor(known().id()))
                .build();

        assertThat(links.link(order, Calls.ample()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Rule("R21.10")
    @Test
    void rule_6_an_id_that_may_not_travel_plain_is_refused_and_not_repeated() throws Exception {
        for (String id : List.of("ann@example.org", "+4915112345678", "", "R 42")) {
            BridgeError error = link(new WebVisitor.Known(visitor()), id).getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(error.message()).doesNotContain("ann", "4915112345678");
        }
    }

    @Rule("R21.11")
    @Test
    void rule_6_a_broken_trace_is_refused() {
        BridgeError error = link(broken(), PERSON).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(visitorsOf(PERSON)).isZero();
    }

    @Rule("R21.12")
    @Test
    void rule_7_a_data_source_that_the_system_does_not_know_is_rejected() throws Exception {
        LinkOrder order = order(new WebVisitor.Known(visitor()), PERSON)
                .dataSource(unknown())
                .build();

        assertThat(links.link(order, Calls.ample()).getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
    }

    @Rule("R21.13")
    @Test
    void rule_8_a_call_that_is_over_links_nobody() throws Exception {
        LinkOrder order = order(new WebVisitor.Known(visitor()), PERSON).build();

        for (Call over : List.of(Calls.cancelled(), Calls.overdue())) {
            assertThat(links.link(order, over).isLeft()).isTrue();
        }
        assertThat(visitorsOf(PERSON)).isZero();
    }

    private Either<BridgeError, LinkOutcome> link(WebVisitor visitor, String id) {
        return links.link(order(visitor, id).build(), Calls.ample());
    }

    private LinkOrder.Builder order(WebVisitor visitor, String id) {
        return LinkOrder.builder().visitor(visitor).dataSource(known()).id(id).state(LinkState.UNKNOWN);
    }
}

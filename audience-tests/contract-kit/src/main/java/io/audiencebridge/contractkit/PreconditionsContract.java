// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Preconditions} keeps: it blames nobody who is well, reads only, and names no person. */
@ContractOf(Preconditions.class)
@Tag("preconditions")
public abstract class PreconditionsContract {
    private static final String NAME = "[a-z][a-z-]*(\\.[A-Za-z0-9-]+)+";

    /** A part of an id so long gives the person away. */
    private static final int TELLING = 6;

    /** A system in which everything is as its documents want it. */
    protected abstract Connector healthy();

    /** Every kind of sharing that is sound in it. */
    protected abstract List<CheckOrder> orders();

    /** Ids of the people in it. */
    protected abstract List<String> ids();

    /** Calls that changed something, by the system's own record. */
    protected abstract long writes();

    @Rule("R17.1")
    @Test
    void a_healthy_system_has_nothing_that_blocks() {
        Connector connector = Lens.on(healthy());

        for (CheckOrder order : orders()) {
            assertThat(findings(check(connector, order)).filter(found -> found.severity() == Severity.BLOCKS))
                    .as(order.side() + " of " + order.direction() + " by " + order.route())
                    .isEmpty();
        }
    }

    @Rule("R17.2")
    @Test
    void something_is_seen_to_hold() {
        Connector connector = Lens.on(healthy());

        for (CheckOrder order : orders()) {
            assertThat(check(connector, order)).anyMatch(CheckOutcome.Met.class::isInstance);
        }
    }

    @Rule("R17.3")
    @Test
    void looking_changes_nothing() {
        Connector connector = Lens.on(healthy());
        long before = writes();

        orders().forEach(order -> check(connector, order));

        assertThat(writes()).isEqualTo(before);
    }

    @Rule("R17.4")
    @Test
    void no_text_holds_an_id_or_a_telling_part_of_one() {
        Connector connector = Lens.on(healthy());
        List<String> parts = ids().stream()
                .filter(id -> id.length() >= TELLING)
                .map(id -> id.substring(id.length() - TELLING))
                .toList();

        for (CheckOrder order : orders()) {
            assertThat(check(connector, order))
                    .allSatisfy(outcome -> assertThat(texts(outcome)).doesNotContain(parts.toArray(String[]::new)));
        }
    }

    @Rule("R17.5")
    @Test
    void every_outcome_names_its_connection_and_its_documented_row() {
        Connector connector = Lens.on(healthy());

        for (CheckOrder order : orders()) {
            assertThat(check(connector, order)).allSatisfy(outcome -> {
                assertThat(outcome.connection()).isEqualTo(order.connection());
                assertThat(outcome.precondition().name()).matches(NAME);
                assertThat(outcome.precondition().fact()).isNotBlank();
                assertThat(outcome.precondition().source()).isNotBlank();
            });
        }
    }

    @Rule("R17.6")
    @Test
    void what_was_not_seen_says_why() {
        Connector connector = Lens.on(healthy());

        for (CheckOrder order : orders()) {
            assertThat(check(connector, order)
                            .filter(CheckOutcome.Unseen.class::isInstance)
                            .map(outcome -> ((CheckOutcome.Unseen) outcome).because()))
                    .allSatisfy(because -> assertThat(because).isNotBlank());
        }
    }

    @Rule("R17.7")
    @Test
    void a_cancelled_call_looks_at_nothing() {
        Connector connector = Lens.on(healthy());

        Either<BridgeError, Seq<CheckOutcome>> told =
                connector.ability(Preconditions.class).get().check(orders().get(0), Calls.cancelled());

        assertThat(told.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    private static Seq<CheckOutcome> check(Connector connector, CheckOrder order) {
        return connector
                .ability(Preconditions.class)
                .get()
                .check(order, Calls.ample())
                .get();
    }

    private static Vector<Finding> findings(Seq<CheckOutcome> outcomes) {
        return outcomes.filter(CheckOutcome.Found.class::isInstance)
                .map(found -> ((CheckOutcome.Found) found).finding())
                .toVector();
    }

    private static String texts(CheckOutcome outcome) {
        if (outcome instanceof CheckOutcome.Met met) {
            return met.seen();
        }
        if (outcome instanceof CheckOutcome.Unseen unseen) {
            return unseen.because();
        }
        Finding finding = ((CheckOutcome.Found) outcome).finding();
        return finding.seen() + finding.expected() + finding.remedy();
    }
}

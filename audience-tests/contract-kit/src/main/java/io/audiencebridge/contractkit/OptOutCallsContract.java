// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.OptOutAnswer;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that tells a service of an opt-out (SEMANTICS S23). The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>A person is opted out by a declared id, and nobody else is; asking again does no harm.
 *   <li>A device is opted out by its visitor id, and no other.
 *   <li>An order without a region stands in every region that the service has, one with a region in one.
 *   <li>An id that may not travel plain is {@code InvalidRequest}, and no message repeats it.
 *   <li>A call that is over asks nobody.
 * </ol>
 */
@ContractOf(value = OptOutCalls.class, semantics = "S23")
@Tag("opt-out-calls")
public abstract class OptOutCallsContract {
    private static final String PERSON = "R42";
    private static final String OTHER = "R43";

    private Connector connector;
    private OptOutCalls calls;

    /** For subclasses. */
    protected OptOutCallsContract() {}

    /** A connector to a service where nobody has opted out. */
    protected abstract Connector open() throws Exception;

    /** A data source of declared ids that the service knows. */
    protected abstract DataSource known();

    /** A device of the person with that declared id; another one at each call. */
    protected abstract Ecid visitor(String declaredId) throws Exception;

    /** How many regions the service has. */
    protected abstract int regions();

    /** The number of one of them. */
    protected abstract int region();

    /** Whether the device is left alone now. */
    protected abstract boolean isLeftAlone(Ecid visitor) throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
        calls = connector.ability(OptOutCalls.class).get();
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R23.1")
    @Test
    void rule_1_a_person_is_opted_out_by_a_declared_id_and_asking_again_does_no_harm() throws Exception {
        Ecid hers = visitor(PERSON);
        Ecid somebodyElses = visitor(OTHER);

        OptOutAnswer first = told(person(PERSON, OptionalInt.empty()));
        OptOutAnswer again = told(person(PERSON, OptionalInt.empty()));

        assertThat(first.failures()).isEmpty();
        assertThat(again.failures()).isEmpty();
        assertThat(isLeftAlone(hers)).isTrue();
        assertThat(isLeftAlone(somebodyElses)).isFalse();
    }

    @Rule("R23.2")
    @Test
    void rule_2_a_device_is_opted_out_by_its_visitor_id_and_no_other() throws Exception {
        Ecid one = visitor(PERSON);
        Ecid other = visitor(OTHER);

        OptOutAnswer answer = told(new OptOutOrder.Device(one, OptionalInt.empty()));

        assertThat(answer.failures()).isEmpty();
        assertThat(isLeftAlone(one)).isTrue();
        assertThat(isLeftAlone(other)).isFalse();
    }

    @Rule("R23.3")
    @Test
    void rule_3_without_a_region_it_stands_in_all_and_with_one_in_that() throws Exception {
        visitor(PERSON);

        assertThat(told(person(PERSON, OptionalInt.empty())).standing()).isEqualTo(regions());
        assertThat(told(person(PERSON, OptionalInt.of(region()))).standing()).isEqualTo(1);
    }

    @Rule("R23.4")
    @Test
    void rule_4_an_id_that_may_not_travel_plain_is_refused_and_not_repeated() {
        var refused = calls.optOut(person("xanthippe@example.org", OptionalInt.empty()), Calls.ample());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.getLeft().message()).doesNotContain("xanthippe");
    }

    @Rule("R23.5")
    @Test
    void rule_5_a_call_that_is_over_asks_nobody() throws Exception {
        Ecid device = visitor(PERSON);

        var refused = calls.optOut(new OptOutOrder.Device(device, OptionalInt.empty()), Calls.cancelled());

        BridgeError error =
                refused.isLeft() ? refused.getLeft() : refused.get().failures().get(0);
        assertThat(error).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(isLeftAlone(device)).isFalse();
    }

    private OptOutAnswer told(OptOutOrder order) {
        return calls.optOut(order, Calls.ample()).get();
    }

    private OptOutOrder person(String id, OptionalInt region) {
        return new OptOutOrder.Person(known(), id, region);
    }
}

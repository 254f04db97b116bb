// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector does that tells members delivery by delivery. The test of a connector extends this class and opens one for each test. */
@ContractOf(
        value = MemberChanges.class,
        semantics = {"S6", "S7"})
@Tag("member-changes")
public abstract class MemberChangesContract {
    private static final Option<String> NO_MEMBERSHIP = Option.none();

    private Connector connector;

    /** For subclasses. */
    protected MemberChangesContract() {}

    /** A connector to a system with the audience {@link #audience()}, of which nothing was delivered. */
    protected abstract Connector open() throws Exception;

    /** The audience. */
    protected abstract AudienceRef audience();

    /** By which ids. */
    protected abstract DataSource dataSource();

    /** Delivers all members. */
    protected abstract void deliverAll(List<String> members) throws Exception;

    /** Delivers who entered and who left since the delivery before. */
    protected abstract void deliverChange(List<String> entering, List<String> leaving) throws Exception;

    /** Begins a delivery that is not complete. */
    protected abstract void deliverHalf() throws Exception;

    /** A key of the data source in wire form: 38 digits, for visitor ids. */
    protected String key(int number) {
        return "%038d".formatted(number);
    }

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R10.1")
    @Test
    void before_the_first_delivery_it_says_what_is_missing() {
        MemberDelivery next = after(NO_MEMBERSHIP).get();

        assertThat(next)
                .isInstanceOfSatisfying(
                        MemberDelivery.NotYet.class,
                        notYet -> assertThat(notYet.waiting().because()).isNotBlank());
    }

    @Rule("R10.2")
    @Test
    void a_full_delivery_names_every_member_once_and_nothing_comes_after_it() throws Exception {
        deliverAll(List.of(key(1), key(2), key(3)));

        MemberDelivery.Full full = full(NO_MEMBERSHIP);

        assertThat(Rows.keys(full.members())).containsExactlyInAnyOrder(key(1), key(2), key(3));
        assertThat(after(Option.some(full.position())).get()).isInstanceOf(MemberDelivery.UpToDate.class);
    }

    @Rule("R10.3")
    @Test
    void a_change_marks_who_left_and_comes_once() throws Exception {
        deliverAll(List.of(key(1), key(2)));
        String position = closed(full(NO_MEMBERSHIP));
        deliverChange(List.of(key(3)), List.of(key(1)));

        MemberDelivery.Change change = change(position);

        assertThat(Rows.keys(change.members())).containsExactlyInAnyOrder(key(3), "leaving " + key(1));
        assertThat(after(Option.some(change.position())).get()).isInstanceOf(MemberDelivery.UpToDate.class);
    }

    @Rule("R10.4")
    @Test
    void changes_come_one_by_one_oldest_first() throws Exception {
        deliverAll(List.of(key(1)));
        String position = closed(full(NO_MEMBERSHIP));
        deliverChange(List.of(key(2)), List.of());
        deliverChange(List.of(), List.of(key(2)));

        MemberDelivery.Change first = change(position);
        MemberDelivery.Change second = change(first.position());

        assertThat(Rows.keys(first.members())).containsExactly(key(2));
        assertThat(Rows.keys(second.members())).containsExactly("leaving " + key(2));
    }

    @Rule("R10.5")
    @Test
    void a_full_delivery_stands_for_every_change_before_it() throws Exception {
        deliverAll(List.of(key(1)));
        String position = closed(full(NO_MEMBERSHIP));
        deliverChange(List.of(key(2)), List.of());
        deliverAll(List.of(key(1), key(5)));

        MemberDelivery.Full full = full(Option.some(position));

        assertThat(Rows.keys(full.members())).containsExactlyInAnyOrder(key(1), key(5));
    }

    @Rule("R10.6")
    @Test
    void a_change_without_a_membership_is_a_conflict() throws Exception {
        deliverChange(List.of(key(1)), List.of());

        assertThat(after(NO_MEMBERSHIP).getLeft()).isInstanceOf(BridgeError.Conflict.class);
    }

    @Rule("R10.7")
    @Test
    void half_a_delivery_is_none() throws Exception {
        deliverHalf();

        assertThat(after(NO_MEMBERSHIP).get()).isInstanceOf(MemberDelivery.NotYet.class);
    }

    @Rule("R10.8")
    @Test
    void the_same_question_has_the_same_answer_again() throws Exception {
        deliverAll(List.of(key(1), key(2)));

        MemberDelivery.Full first = full(NO_MEMBERSHIP);
        MemberDelivery.Full again = full(NO_MEMBERSHIP);

        assertThat(again.position()).isEqualTo(first.position());
        assertThat(Rows.keys(again.members())).containsExactlyInAnyOrderElementsOf(Rows.keys(first.members()));
    }

    @Rule("R10.9")
    @Test
    void an_audience_that_is_not_there_is_not_found() {
        AudienceRef nobodys = new AudienceRef(audience().connection(), "999999");

        assertThat(changes()
                        .after(nobodys, dataSource(), NO_MEMBERSHIP, Calls.ample())
                        .getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
    }

    @Rule("R10.10")
    @Test
    void a_call_that_is_over_reads_nothing() throws Exception {
        deliverAll(List.of(key(1)));

        assertThat(changes()
                        .after(audience(), dataSource(), NO_MEMBERSHIP, Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
    }

    private MemberDelivery.Full full(Option<String> since) {
        MemberDelivery delivery = after(since).get();
        assertThat(delivery).isInstanceOf(MemberDelivery.Full.class);
        return (MemberDelivery.Full) delivery;
    }

    private static String closed(MemberDelivery.Full full) {
        full.members().close();
        return full.position();
    }

    private MemberDelivery.Change change(String since) {
        MemberDelivery delivery = after(Option.some(since)).get();
        assertThat(delivery).isInstanceOf(MemberDelivery.Change.class);
        return (MemberDelivery.Change) delivery;
    }

    private Either<BridgeError, MemberDelivery> after(Option<String> since) {
        return changes().after(audience(), dataSource(), since, Calls.ample());
    }

    private MemberChanges changes() {
        return connector.ability(MemberChanges.class).get();
    }
}

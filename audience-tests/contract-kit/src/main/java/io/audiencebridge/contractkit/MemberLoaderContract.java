// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector does that has its system load the difference of a list. The test of a connector extends this class and opens one for each test. */
@ContractOf(MemberLoader.class)
@Tag("member-loader")
public abstract class MemberLoaderContract {
    private static final DataSource SOURCE = DataSource.builder()
            .id(7)
            .key(Declared.builder().field("declaredId").build())
            .build();

    private Connector connector;
    private LoadOrder order;

    /** For subclasses. */
    protected MemberLoaderContract() {}

    /** A connector to a system with the recipients 1 to 5, which loads whatever it is given, however little it is. */
    protected abstract Connector open() throws Exception;

    /** A list of these recipients, in the system of the connector that was opened last. */
    protected abstract AudienceRef list(long... recipients) throws Exception;

    /** Lets the system load what it was given. */
    protected abstract void settle() throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
        order = new LoadOrder(new RunId("run-1"), list(1, 2, 3));
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R13.1")
    @Test
    void nothing_has_begun_before_a_difference_is_handed_over() {
        KeySink<WriteSummary> sink = loader().open(order, Calls.ample()).get();
        sink.accept(difference()).get();

        assertThat(look()).isInstanceOf(LoadState.NotBegun.class);
        sink.abort();
    }

    @Rule("R13.2")
    @Test
    void a_load_is_awaited_and_then_the_list_is_as_it_should_be() throws Exception {
        WriteSummary summary = handOver();
        LoadState before = look();
        settle();

        assertThat(summary.rows()).isEqualTo(3);
        assertThat(before)
                .isInstanceOfSatisfying(
                        LoadState.Pending.class,
                        pending -> assertThat(pending.waiting().because()).isNotBlank());
        assertThat(look()).isInstanceOf(LoadState.Loaded.class);
        assertThat(members()).containsExactlyInAnyOrder("2", "3", "4", "5");
    }

    @Rule("R13.3")
    @Test
    void the_same_difference_handed_over_again_has_the_effect_of_one() throws Exception {
        handOver();
        settle();
        handOver();
        settle();

        assertThat(look()).isInstanceOf(LoadState.Loaded.class);
        assertThat(members()).containsExactlyInAnyOrder("2", "3", "4", "5");
    }

    @Rule("R13.4")
    @Test
    void a_difference_that_was_given_up_changes_nothing() throws Exception {
        KeySink<WriteSummary> sink = loader().open(order, Calls.ample()).get();
        sink.accept(difference()).get();
        sink.abort();
        settle();

        assertThat(look()).isInstanceOf(LoadState.NotBegun.class);
        assertThat(members()).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Rule("R13.5")
    @Test
    void what_was_left_behind_is_discarded_and_may_be_discarded_again() throws Exception {
        handOver();
        settle();

        assertThat(loader().discard(order, Calls.ample()).get()).isTrue();
        assertThat(loader().discard(order, Calls.ample()).get()).isFalse();
        assertThat(members()).containsExactlyInAnyOrder("2", "3", "4", "5");
    }

    @Rule("R13.6")
    @Test
    void a_call_that_is_over_loads_nothing() {
        assertThat(loader().open(order, Calls.cancelled()).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    private WriteSummary handOver() {
        KeySink<WriteSummary> sink = loader().open(order, Calls.ample()).get();
        sink.accept(difference()).get();
        return sink.finish().get();
    }

    private LoadState look() {
        return loader().look(order, Calls.ample()).get();
    }

    private List<String> members() {
        MemberFeed feed = connector
                .ability(MemberReader.class)
                .get()
                .members(order.list(), SOURCE, Calls.ample())
                .get();
        return Rows.told(((MemberFeed.Ready) feed).members());
    }

    /** Recipients 4 and 5 enter, 1 leaves. */
    private static TextKeys difference() {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (long entering : new long[] {4, 5}) {
            RecipientId recipient = RecipientId.of(entering);
            rows.recipient(recipient.high(), recipient.low()).keyless((byte) 0);
        }
        RecipientId leaving = RecipientId.of(1);
        rows.recipient(leaving.high(), leaving.low()).keyless(TextKeys.LEAVING);
        return rows.build();
    }

    private MemberLoader loader() {
        return connector.ability(MemberLoader.class).get();
    }
}

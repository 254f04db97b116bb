// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that maps visitor ids and declared ids to each other in bulk. The test of a connector extends this class and opens one for each test. The
 * rules:
 *
 * <ol>
 *   <li>Every pair written is mapped once the sink is finished, whatever batches they came in; of none before.
 *   <li>The same pairs again under the same stamp have the effect of one; other pairs are a {@code Conflict}.
 *   <li>A free stamp is a whole second at or after the one wanted, and another one once something was written.
 *   <li>What was aborted is not there, and its stamp is free.
 *   <li>A pair with an id that cannot travel is left out and counted as not written (SEMANTICS S18).
 *   <li>Every mistake of an order is told at once.
 *   <li>Columns of different length are an {@code InvalidRequest}.
 *   <li>A call that is over maps nobody.
 *   <li>No pairs at all are no mistake.
 * </ol>
 */
@ContractOf(
        value = {IdSyncs.class, IdPairSink.class},
        semantics = {"S18", "S20"})
@Tag("id-syncs")
public abstract class IdSyncsContract {
    private static final String ONE = "1".repeat(38);
    private static final String TWO = "2".repeat(38);
    private static final String THREE = "3".repeat(38);

    private Connector connector;
    private IdSyncs syncs;
    private Instant stamp;

    /** For subclasses. */
    protected IdSyncsContract() {}

    /** A connector to a system where nobody is mapped yet. */
    protected abstract Connector open() throws Exception;

    /** The data source of the visitor ids. */
    protected abstract DataSource visitors();

    /** The data source of the declared ids, opaque and plain on the wire. */
    protected abstract DataSource declared();

    /** The system's time. */
    protected abstract Instant now();

    /** Lets the system do what it does with what was written. */
    protected abstract void settle() throws Exception;

    /** To how many visitor ids the declared id is mapped. */
    protected abstract int visitorsOf(String id);

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
        syncs = connector.ability(IdSyncs.class).get();
        stamp = syncs.freeStamp(order(now()), now(), Calls.ample()).get();
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R22.1")
    @Test
    void rule_1_every_pair_of_every_batch_is_mapped() throws Exception {
        IdPairSink sink = sink(stamp);
        int first = sink.accept(keys(ONE, TWO), keys("R1", "R2")).get();
        int second = sink.accept(keys(THREE), keys("R2")).get();

        WriteSummary written = sink.finish().get();
        settle();

        assertThat(first).isEqualTo(2);
        assertThat(second).isEqualTo(1);
        assertThat(written.rows()).isEqualTo(3);
        assertThat(visitorsOf("R1")).isEqualTo(1);
        assertThat(visitorsOf("R2")).isEqualTo(2);
    }

    @Rule("R22.2")
    @Test
    void rule_1_nothing_is_mapped_before_the_end() throws Exception {
        IdPairSink sink = sink(stamp);
        sink.accept(keys(ONE), keys("R1")).get();

        settle();

        assertThat(visitorsOf("R1")).isZero();
        sink.abort();
    }

    @Rule("R22.3")
    @Test
    void rule_2_the_same_pairs_under_the_same_stamp_have_the_effect_of_one() throws Exception {
        WriteSummary first = write(stamp, ONE, "R1");

        WriteSummary again = write(stamp, ONE, "R1");
        settle();

        assertThat(again).isEqualTo(first);
        assertThat(visitorsOf("R1")).isEqualTo(1);
    }

    @Rule("R22.4")
    @Test
    void rule_2_other_pairs_under_the_same_stamp_are_a_conflict() throws Exception {
        write(stamp, ONE, "R1");
        IdPairSink other = sink(stamp);
        other.accept(keys(ONE), keys("R2")).get();

        BridgeError error = other.finish().getLeft();
        other.abort();
        settle();

        assertThat(error).isInstanceOf(BridgeError.Conflict.class);
        assertThat(visitorsOf("R1")).isEqualTo(1);
        assertThat(visitorsOf("R2")).isZero();
    }

    @Rule("R22.5")
    @Test
    void rule_3_a_free_stamp_is_a_whole_second_that_nothing_carries() {
        Instant wanted = stamp.plusNanos(1);

        Instant rounded = syncs.freeStamp(order(stamp), wanted, Calls.ample()).get();
        write(stamp, ONE, "R1");
        Instant next = syncs.freeStamp(order(stamp), stamp, Calls.ample()).get();

        assertThat(rounded).isEqualTo(stamp.plusSeconds(1));
        assertThat(next).isEqualTo(stamp.plusSeconds(1));
    }

    @Rule("R22.6")
    @Test
    void rule_4_what_was_aborted_is_not_there() throws Exception {
        IdPairSink sink = sink(stamp);
        sink.accept(keys(ONE), keys("R1")).get();

        sink.abort();
        settle();

        assertThat(visitorsOf("R1")).isZero();
        assertThat(syncs.freeStamp(order(stamp), stamp, Calls.ample()).get()).isEqualTo(stamp);
    }

    @Rule("R22.7")
    @Test
    void rule_5_a_pair_with_an_id_that_cannot_travel_is_left_out() throws Exception {
        IdPairSink sink = sink(stamp);

        int taken = sink.accept(
                        keys(ONE, "1234", TWO, THREE, TWO),
                        keys("R1", "R2", "ann@example.org", "R 4", "+4915112345678"))
                .get();
        WriteSummary written = sink.finish().get();
        settle();

        assertThat(taken).isEqualTo(1);
        assertThat(written.rows()).isEqualTo(1);
        assertThat(visitorsOf("R1")).isEqualTo(1);
        assertThat(visitorsOf("R2")).isZero();
    }

    @Rule("R22.8")
    @Test
    void rule_6_every_mistake_of_an_order_is_told_at_once() {
        DataSource people = declared();
        DataSource browsers = visitors();

        BridgeError error = syncs.open(new IdSyncWrite(people, browsers, stamp), Calls.ample())
                .getLeft();

        assertThat(error)
                .isInstanceOfSatisfying(
                        BridgeError.InvalidRequest.class,
                        wrong -> assertThat(wrong.violations()).hasSizeGreaterThanOrEqualTo(2));
    }

    @Rule("R22.9")
    @Test
    void rule_7_columns_of_different_length_are_refused() {
        IdPairSink sink = sink(stamp);

        BridgeError error = sink.accept(keys(ONE, TWO), keys("R1")).getLeft();
        sink.abort();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Rule("R22.10")
    @Test
    void rule_8_a_call_that_is_over_maps_nobody() {
        assertThat(syncs.open(order(stamp), Calls.cancelled()).isLeft()).isTrue();
        assertThat(syncs.open(order(stamp), Calls.overdue()).isLeft()).isTrue();
        assertThat(syncs.freeStamp(order(stamp), stamp, Calls.cancelled()).isLeft())
                .isTrue();
    }

    @Rule("R22.11")
    @Test
    void rule_9_no_pairs_at_all_are_no_mistake() {
        WriteSummary written = sink(stamp).finish().get();

        assertThat(written.rows()).isZero();
    }

    private WriteSummary write(Instant at, String visitor, String id) {
        IdPairSink sink = sink(at);
        sink.accept(keys(visitor), keys(id)).get();
        return sink.finish().get();
    }

    private IdPairSink sink(Instant at) {
        return syncs.open(order(at), Calls.ample()).get();
    }

    private IdSyncWrite order(Instant at) {
        return new IdSyncWrite(visitors(), declared(), at);
    }

    private static TextKeys keys(String... keys) {
        TextKeysBuilder batch = new TextKeysBuilder();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            batch.key(text, 0, text.length, (byte) 0);
        }
        return batch.build();
    }
}

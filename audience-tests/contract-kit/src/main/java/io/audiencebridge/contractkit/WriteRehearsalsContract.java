// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedWrite;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that can say what it would write. The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>Nothing is created: an audience that was rehearsed is not there afterwards, and its address is nobody's.
 *   <li>What is there is what preparing finds, and needs no call that writes.
 *   <li>Rows are counted, and nobody enters or leaves.
 *   <li>A call that is over rehearses nothing.
 * </ol>
 */
@ContractOf(WriteRehearsals.class)
@Tag("write-rehearsals")
public abstract class WriteRehearsalsContract {
    private static final String TITLE = "Rehearsed";

    private Connector connector;

    /** For subclasses. */
    protected WriteRehearsalsContract() {}

    /** A connector to a system in which audiences of {@link #dataSource} can be made. */
    protected abstract Connector open() throws Exception;

    /** The name of the connection that was opened last. */
    protected abstract ConnectionName connection();

    /** In which data source. */
    protected abstract DataSource dataSource();

    /** Rows that could be written, three of them. */
    protected abstract TextKeys rows();

    /** The time of the connector's clock. */
    protected abstract Instant now();

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R18.1")
    @Test
    void rule_1_nothing_is_created() {
        RehearsedAudience rehearsed =
                rehearsals().prepare(order(), Calls.ample()).get();

        assertThat(rehearsed.isNew()).isTrue();
        assertThat(rehearsed.writes()).isPositive();
        assertThat(RehearsedAudience.isNobodys(rehearsed.prepared().audience())).isTrue();
        assertThat(rehearsals().prepare(order(), Calls.ample()).get().isNew()).isTrue();
    }

    @Rule("R18.2")
    @Test
    void rule_2_what_is_there_is_found_without_a_write() {
        PreparedAudience prepared = writer().prepare(order(), Calls.ample()).get();

        RehearsedAudience rehearsed =
                rehearsals().prepare(order(), Calls.ample()).get();

        assertThat(rehearsed.isNew()).isFalse();
        assertThat(rehearsed.writes()).isZero();
        assertThat(rehearsed.prepared().audience()).isEqualTo(prepared.audience());
        assertThat(rehearsed.prepared().timeToLive()).isEqualTo(prepared.timeToLive());
    }

    @Rule("R18.3")
    @Test
    void rule_3_rows_are_counted_and_go_nowhere() {
        AudienceRef audience = writer().prepare(order(), Calls.ample()).get().audience();

        RehearsedWrite there = written(audience);
        RehearsedWrite notThere = written(RehearsedAudience.address(connection()));

        assertThat(there.rows()).isEqualTo(3);
        assertThat(there.writes()).isPositive();
        assertThat(notThere.rows()).isEqualTo(3);
        assertThat(there.files()).allMatch(file -> file.rows() == 3 && file.bytes() > 0);
        assertThat(members(audience)).isZero();
    }

    @Rule("R18.4")
    @Test
    void rule_4_a_call_that_is_over_rehearses_nothing() {
        assertThat(rehearsals().prepare(order(), Calls.cancelled()).getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
    }

    private RehearsedWrite written(AudienceRef audience) {
        WriteOrder order = WriteOrder.builder()
                .audience(audience)
                .dataSource(dataSource())
                .change(WriteOrder.Change.ADD)
                .stamp(now().truncatedTo(ChronoUnit.SECONDS))
                .build();
        KeySink<RehearsedWrite> sink = rehearsals().open(order, Calls.ample()).get();
        assertThat(sink.accept(rows()).isRight()).isTrue();
        return sink.finish().get();
    }

    /** Who can be read; where nothing can be read yet, nobody. */
    private long members(AudienceRef audience) {
        return connector
                .ability(MemberReader.class)
                .flatMap(reader ->
                        reader.members(audience, dataSource(), Calls.ample()).toOption())
                .filter(MemberFeed.Ready.class::isInstance)
                .map(feed -> count(((MemberFeed.Ready) feed).members()))
                .getOrElse(0L);
    }

    private static long count(KeySource members) {
        try (members) {
            long count = 0;
            for (Option<TextKeys> next = members.next().get();
                    next.isDefined();
                    next = members.next().get()) {
                count += next.get().size();
            }
            return count;
        }
    }

    private AudienceOrder order() {
        return new AudienceOrder(connection(), TITLE, dataSource());
    }

    private WriteRehearsals rehearsals() {
        return connector.ability(WriteRehearsals.class).get();
    }

    private MemberWriter writer() {
        return connector.ability(MemberWriter.class).get();
    }
}

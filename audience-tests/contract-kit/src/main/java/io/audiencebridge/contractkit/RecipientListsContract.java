// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector to a system of recipient lists does, ability by ability. The test of a connector extends this class and opens one for each test. */
@ContractOf(
        value = {AudienceCatalog.class, MemberReader.class, MemberWriter.class, KeyReader.class, OptOuts.class},
        semantics = {"S11", "S12", "S23"})
@Tag("recipient-lists")
public abstract class RecipientListsContract {
    /** The field of a recipient that holds the declared id. */
    protected static final String FIELD = "declaredId";

    private static final List<ListedPerson> PEOPLE = List.of(
            new ListedPerson(1, "A-1", false),
            new ListedPerson(2, "", false),
            new ListedPerson(3, "Ü-3", true),
            new ListedPerson(40, "A-1", false));
    private static final DataSource SOURCE = DataSource.builder()
            .id(7)
            .key(Declared.builder().field(FIELD).build())
            .build();
    private static final Instant STAMP = Instant.parse("2026-11-01T12:00:00Z");

    private Connector connector;
    private ConnectionName connection;

    /** For subclasses. */
    protected RecipientListsContract() {}

    /** A connector to a system that holds these recipients; {@link #connection()} is its name. */
    protected abstract Connector open(List<ListedPerson> people) throws Exception;

    /** The name of the connection that was opened last. */
    protected abstract ConnectionName connection();

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open(PEOPLE));
        connection = connection();
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R4.1")
    @Test
    void a_list_that_is_not_there_is_not_found() {
        BridgeError error = ability(AudienceCatalog.class)
                .find(new AudienceRef(connection, "999999"), Calls.ample())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
        assertThat(error.message()).contains("999999");
    }

    @Rule("R4.2")
    @Test
    void a_list_is_created_once_and_found_by_its_title() {
        AudienceRef first = prepared("Gold");
        AudienceRef second = prepared("Gold");

        assertThat(second).isEqualTo(first);
        assertThat(ability(AudienceCatalog.class)
                        .find(first, Calls.ample())
                        .get()
                        .title())
                .isEqualTo("Gold");
    }

    @Rule("R4.3")
    @Test
    void members_added_twice_are_members_once() {
        AudienceRef list = prepared("Gold");

        write(list, WriteOrder.Change.ADD, 40, 1);
        write(list, WriteOrder.Change.ADD, 1, 2);

        assertThat(members(list)).containsExactlyInAnyOrder(1L, 2L, 40L);
    }

    @Rule("R4.4")
    @Test
    void members_removed_are_gone_and_removing_them_again_changes_nothing() {
        AudienceRef list = prepared("Gold");
        write(list, WriteOrder.Change.ADD, 1, 2, 3);

        write(list, WriteOrder.Change.REMOVE, 2);
        write(list, WriteOrder.Change.REMOVE, 2, 3);

        assertThat(members(list)).containsExactly(1L);
    }

    @Rule("R4.5")
    @Test
    void every_recipient_of_a_list_comes_also_without_a_key() {
        AudienceRef list = prepared("Gold");
        write(list, WriteOrder.Change.ADD, 1, 2, 3);

        KeySource keys =
                ability(KeyReader.class).keysOf(list, SOURCE, Calls.ample()).get();

        assertThat(Rows.told(keys)).containsExactlyInAnyOrder("1 A-1", "2", "3 Ü-3 opted out");
    }

    @Rule("R4.6")
    @Test
    void all_keys_are_those_of_every_recipient() {
        KeySource keys = ability(KeyReader.class).allKeys(SOURCE, Calls.ample()).get();

        assertThat(Rows.told(keys)).containsExactlyInAnyOrder("1 A-1", "2", "3 Ü-3 opted out", "40 A-1");
    }

    @Rule("R4.7")
    @Test
    void keys_of_who_opted_out_are_told_whatever_the_list() {
        KeySource keys =
                ability(OptOuts.class).optedOutKeys(SOURCE, Calls.ample()).get();

        assertThat(Rows.told(keys)).allMatch(line -> line.startsWith("3 Ü-3")).hasSize(1);
    }

    @Rule("R4.8")
    @Test
    void a_change_that_was_given_up_changes_nothing() {
        AudienceRef list = prepared("Gold");
        write(list, WriteOrder.Change.ADD, 1);

        KeySink<WriteSummary> sink = open(list, WriteOrder.Change.ADD, Calls.ample());
        sink.accept(rows(2, 3)).get();
        sink.abort();

        assertThat(members(list)).containsExactly(1L);
    }

    @Rule("R4.9")
    @Test
    void a_finished_change_says_how_many_rows_it_wrote() {
        KeySink<WriteSummary> sink = open(prepared("Gold"), WriteOrder.Change.ADD, Calls.ample());
        sink.accept(rows(1, 2)).get();
        sink.accept(rows(40)).get();

        assertThat(sink.finish().get().rows()).isEqualTo(3);
    }

    @Rule("R4.10")
    @Test
    void a_free_stamp_is_a_whole_second_and_not_before_the_one_wanted() {
        AudienceOrder order = new AudienceOrder(connection, "Gold", SOURCE);

        Instant free = ability(MemberWriter.class)
                .freeStamp(order, STAMP, Calls.ample())
                .get();

        assertThat(free).isAfterOrEqualTo(STAMP);
        assertThat(free).isEqualTo(free.truncatedTo(ChronoUnit.SECONDS));
    }

    @Rule("R4.11")
    @Test
    void a_call_that_is_over_creates_reads_and_writes_nothing() {
        AudienceRef list = prepared("Gold");

        assertThat(ability(MemberWriter.class)
                        .prepare(new AudienceOrder(connection, "Silver", SOURCE), Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(ability(MemberWriter.class)
                        .open(order(list, WriteOrder.Change.ADD), Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(ability(MemberReader.class)
                        .members(list, SOURCE, Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(ability(KeyReader.class)
                        .keysOf(list, SOURCE, Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(ability(OptOuts.class)
                        .optedOutKeys(SOURCE, Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
    }

    @Rule("R4.12")
    @Test
    void members_and_keys_of_a_list_that_is_gone_are_not_found() {
        AudienceRef gone = new AudienceRef(connection, "999999");

        assertThat(ability(MemberReader.class)
                        .members(gone, SOURCE, Calls.ample())
                        .getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
        assertThat(ability(KeyReader.class).keysOf(gone, SOURCE, Calls.ample()).getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
    }

    private KeySink<WriteSummary> open(AudienceRef list, WriteOrder.Change change, Call call) {
        return ability(MemberWriter.class).open(order(list, change), call).get();
    }

    private static WriteOrder order(AudienceRef list, WriteOrder.Change change) {
        return WriteOrder.builder()
                .audience(list)
                .dataSource(SOURCE)
                .change(change)
                .stamp(STAMP)
                .build();
    }

    private static TextKeys rows(long... ids) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (long id : ids) {
            RecipientId recipient = RecipientId.of(id);
            rows.recipient(recipient.high(), recipient.low()).keyless((byte) 0);
        }
        return rows.build();
    }

    private <A> A ability(Class<A> type) {
        return connector.ability(type).get();
    }

    private AudienceRef prepared(String title) {
        return ability(MemberWriter.class)
                .prepare(new AudienceOrder(connection, title, SOURCE), Calls.ample())
                .get()
                .audience();
    }

    private void write(AudienceRef list, WriteOrder.Change change, long... ids) {
        KeySink<WriteSummary> sink = open(list, change, Calls.ample());
        sink.accept(rows(ids)).get();
        sink.finish().get();
    }

    private Set<Long> members(AudienceRef list) {
        MemberFeed feed =
                ability(MemberReader.class).members(list, SOURCE, Calls.ample()).get();
        Set<Long> ids = new TreeSet<>();
        Rows.told(((MemberFeed.Ready) feed).members()).forEach(line -> ids.add(Long.parseLong(line.split(" ", 2)[0])));
        return ids;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Integration;
import io.audiencebridge.domain.sharing.PurgeReport;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.spi.engine.Pulse;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.usecase.PurgeRecipientIndex;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who may work on what, what is told once, and what is deleted on request. */
class TakingTurnsAtRunsTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ShareRequest REQUEST = ShareRequest.builder()
            .list(new AudienceRef(CRM, "42"))
            .to(new ConnectionName("cloud"))
            .audience("Gold")
            .dataSource(DataSource.visitor(14016))
            .build();

    private final Stores stores = new Stores();
    private final List<SharingEvent> heard = new ArrayList<>();
    private final Infrastructure infrastructure =
            stores.infrastructure().listener(heard::add).build();
    private final RunsAtWork atWork = new RunsAtWork();

    @Test
    void a_run_is_at_work_for_as_long_as_somebody_works_on_it_and_nobody_else_does() {
        RunId run = new RunId("run-1");

        Either<BridgeError, String> told = atWork.alone(
                Subjects.of(run),
                infrastructure,
                Rows.call(),
                (ours, inner) -> {
                    assertThat(atWork.has(run)).isTrue();
                    assertThat(atWork.has(new RunId("run-2"))).isFalse();
                    return atWork.alone(
                            Subjects.of(run),
                            ours,
                            inner,
                            (again, call) -> Either.right("two at once"),
                            conflict -> Either.right(conflict.message()));
                },
                Either::left);

        assertThat(told.get())
                .isEqualTo("Run run-1 is at work already in this bridge; wait for its end, or cancel it first");
        assertThat(atWork.has(run)).isFalse();
    }

    @Test
    void a_delivered_run_that_is_resumed_is_told_and_does_nothing() {
        RunRecord delivered = record(RunState.DELIVERED);
        stores.journal.save(delivered);

        Receipt receipt = new Resuming(new Connectors(HashMap.empty()), infrastructure, atWork)
                .one(delivered.run(), Rows.call())
                .get();

        assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
        assertThat(stores.journal.find(delivered.run()).get()).containsExactly(delivered);
    }

    @Test
    void a_run_that_nobody_knows_says_where_to_look() {
        assertThat(new Resuming(new Connectors(HashMap.empty()), infrastructure, atWork)
                        .one(new RunId("run-9"), Rows.call())
                        .getLeft()
                        .message())
                .isEqualTo("Run run-9 is not in this journal; check the run's id and the bridge's home folder");
    }

    @Test
    void connections_are_known_by_name_and_an_unknown_one_is_told_with_those_that_are() {
        Connectors connectors =
                new Connectors(HashMap.of(CRM, Stores.offering(), new ConnectionName("cloud"), Stores.offering()));

        assertThat(connectors.known(CRM).get()).isEqualTo(CRM);
        assertThat(connectors.known(new ConnectionName("nowhere")).getLeft().message())
                .contains("There is no connection 'nowhere'; known are cloud, crm");
        assertThat(connectors.ability(CRM, Runnable.class).getLeft().message())
                .contains("Connection 'crm' to made-up offers no Runnable; use one that does");
    }

    @Test
    void a_lease_lasts_two_minutes_and_has_no_pulse_unless_it_is_told_otherwise() {
        Leasing leasing = Leasing.builder()
                .leases(new HoldingALeaseTest.Book())
                .holder("bridge-1")
                .build();

        assertThat(leasing.term()).isEqualTo(Duration.ofMinutes(2));
        assertThat(leasing.pulse()).isSameAs(Pulse.NONE);
    }

    @Test
    void whether_a_source_was_shared_through_another_product_is_asked_once_while_it_was_not() {
        AtomicInteger asked = new AtomicInteger();
        List<RunRecord> found = new ArrayList<>();
        Infrastructure asking = Infrastructure.builder()
                .from(infrastructure)
                .runPages(wanted -> {
                    asked.incrementAndGet();
                    return Either.right(Vector.ofAll(found));
                })
                .build();
        DataSource manager = DataSource.visitor(14016);
        DataSource people = DataSource.builder()
                .from(manager)
                .integration(Integration.PEOPLE)
                .build();
        Switches switches = new Switches();

        assertThat(switches.noticeFor(manager, asking).get()).isEmpty();
        assertThat(switches.noticeFor(manager, asking).get()).isEmpty();
        assertThat(asked).hasValue(1);

        switches.noticeFor(people, asking);
        found.add(record(RunState.DELIVERED));
        assertThat(switches.noticeFor(manager, asking).get())
                .as("after a share through People it is asked again")
                .isNotEmpty();
        assertThat(switches.noticeFor(manager, asking).get())
                .as("as long as it was shared so, it is told")
                .isNotEmpty();
        assertThat(asked).hasValue(3);
    }

    @Test
    void each_day_on_which_nothing_was_delivered_is_told_once_a_run() {
        MissedDays days = new MissedDays(new Connectors(HashMap.empty()), infrastructure);
        LocalDate first = LocalDate.of(2026, 11, 24);

        RunRecord told = days.notice(record(RunState.DELIVERED), Vector.of(first, first.plusDays(1)))
                .get();
        RunRecord again = days.notice(told, Vector.of(first, first.plusDays(2))).get();

        assertThat(again.facts())
                .containsEntry("told.day.2026-11-24", Stores.NOW.toString())
                .containsKeys("told.day.2026-11-25", "told.day.2026-11-26");
        assertThat(heard)
                .extracting(event -> ((SharingEvent.DayMissing) event).day())
                .containsExactly(first, first.plusDays(1), first.plusDays(2));
        assertThat(days.notice(again, Vector.of(first)).get()).isSameAs(again);
    }

    @Test
    void people_who_opted_out_are_counted_before_they_are_forgotten() {
        Stores.OptedOut store = new Stores.OptedOut();
        store.add(new Suppressed("check", Rows.fingerprints("a", "b")));
        Infrastructure remembering = Infrastructure.builder()
                .from(infrastructure)
                .suppressions(store)
                .build();
        PurgeRequest request = PurgeRequest.builder().forgetOptOuts(true).build();

        PurgeReport report =
                new Purging(remembering).purge(request, Rows.call()).get();

        assertThat(report.things()).hasSize(1);
        assertThat(report.things().get(0).kind()).isEqualTo("OPT_OUTS");
        assertThat(report.things().get(0).name()).isEqualTo("2 digests of people who opted out");
        assertThat(report.things().get(0).bytes()).isEqualTo(32);
        assertThat(store.sizes()).as("a dry run forgets nobody").containsExactly(2);
        new Purging(remembering)
                .purge(PurgeRequest.builder().from(request).dryRun(false).build(), Rows.call())
                .get();
        assertThat(store.sizes()).isEmpty();
        assertThat(new Purging(infrastructure).purge(request, Rows.call()).get().things())
                .as("nobody is remembered")
                .isEmpty();
    }

    @Test
    void copies_of_recipients_are_deleted_by_connection_and_there_are_none_where_none_are_kept() {
        PurgeRecipientIndex without = new UseCases(HashMap.empty(), infrastructure).purgeRecipientIndex();
        PurgeRecipientIndex with = new UseCases(
                        HashMap.empty(),
                        Infrastructure.builder()
                                .from(infrastructure)
                                .recipientIndexes(new Indexes())
                                .build())
                .purgeRecipientIndex();

        assertThat(without.purge(CRM, Rows.call()).get()).isZero();
        assertThat(with.purge(CRM, Rows.call()).get()).isEqualTo(3);
    }

    private static RunRecord record(RunState state) {
        Map<String, String> facts = new TreeMap<>(ShareFacts.write(REQUEST));
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(state)
                .started(Stores.NOW)
                .updated(Stores.NOW)
                .facts(facts)
                .build();
    }
}

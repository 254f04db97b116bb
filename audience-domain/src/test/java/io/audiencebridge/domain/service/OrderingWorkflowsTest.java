// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunPage;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A transfer that the system's own workflow carries: ordered once, announced before, watched until it is done; and what is late or listed of runs. */
class OrderingWorkflowsTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final AudienceRef LIST = new AudienceRef(CRM, "42");
    private static final ShareRequest REQUEST = ShareRequest.builder()
            .list(LIST)
            .to(new ConnectionName("cloud"))
            .audience("Gold")
            .dataSource(DataSource.visitor(14016))
            .route(Route.SYSTEM)
            .build();
    private static final Instant THEIRS = Stores.NOW.minusSeconds(5);

    private final Stores stores = new Stores();
    private final List<SharingEvent> heard = new ArrayList<>();
    private final List<ExportOrder> orders = new ArrayList<>();
    private Infrastructure infrastructure =
            stores.infrastructure().listener(heard::add).build();
    private Either<BridgeError, Ordered> answer = Either.right(new Ordered(LIST, Stores.NOW));
    private WorkflowState state = new WorkflowState.AtWork(new Waiting(Stores.NOW.plusSeconds(60), "it runs"));

    @Test
    void it_is_announced_by_the_systems_clock_then_ordered_then_watched() {
        RunRecord planned = plan();

        RunRecord waits = go(planned).get();

        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).list()).isEqualTo(LIST);
        assertThat(orders.get(0).audience()).isEqualTo("Gold");
        assertThat(orders.get(0).run()).isEqualTo(planned.run());
        assertThat(waits.state()).isEqualTo(RunState.AWAITING_WORKFLOW);
        assertThat(waits.waiting()).contains(new Waiting(Stores.NOW.plusSeconds(60), "it runs"));
        assertThat(waits.facts())
                .containsEntry("ordered.since", THEIRS.toString())
                .containsEntry("ordered.at", Stores.NOW.toString())
                .containsEntry("ordered.list", "42");
    }

    @Test
    void a_run_that_goes_on_orders_nothing_again_and_is_delivered_when_the_workflow_is_done() {
        RunRecord waits = go(plan()).get();
        state = new WorkflowState.Done(new WorkflowReport(Stores.NOW, OptionalLong.of(17), OptionalLong.empty()));

        RunRecord done = go(waits).get();

        assertThat(orders).hasSize(1);
        assertThat(done.state()).isEqualTo(RunState.DELIVERED);
        assertThat(done.facts())
                .containsEntry("workflow.result", "17")
                .containsEntry("delivered", Stores.NOW.toString());
    }

    @Test
    void an_order_that_was_refused_was_not_taken_on_and_is_announced_anew() {
        for (BridgeError certain : List.of(
                BridgeError.InvalidRequest.of("list", "is wrong"),
                BridgeError.NotFound.of("no such list"),
                new BridgeError.AccessDenied("no entry", Incident.local()),
                BridgeError.Conflict.of("at work"),
                new BridgeError.RejectedBySystem("no", Incident.local()))) {
            answer = Either.left(certain);
            RunRecord planned = plan();

            assertThat(go(planned).getLeft()).isSameAs(certain);

            assertThat(find(planned).facts()).as("%s", certain).doesNotContainKeys("ordered.since", "ordered.at");
        }
    }

    @Test
    void an_order_of_which_nobody_knows_whether_it_was_taken_on_is_looked_for_since_it_was_announced() {
        answer = Either.left(new BridgeError.OutcomeUnknown("no answer", Incident.local(), "the workflow"));
        RunRecord planned = plan();
        assertThat(go(planned).isLeft()).isTrue();
        assertThat(find(planned).facts()).containsEntry("ordered.since", THEIRS.toString());

        answer = Either.right(new Ordered(LIST, Stores.NOW));
        go(find(planned));

        assertThat(orders).extracting(ExportOrder::since).containsExactly(Optional.empty(), Optional.of(THEIRS));
    }

    @Test
    void nobody_who_opted_out_here_is_left_to_a_workflow_that_does_not_know_it() {
        Secret secret = Secret.of("known to nobody else");
        Stores.OptedOut store = new Stores.OptedOut();
        store.add(new Suppressed(PersonDigester.check(secret), Rows.fingerprints("a")));
        infrastructure = stores.infrastructure()
                .suppressions(store)
                .suppressionSecret(secret)
                .build();
        RunRecord planned = plan();

        BridgeError refused = go(planned).getLeft();

        assertThat(refused.message())
                .contains(
                        "route",
                        "The system's workflows know nothing of the people who opted out here; take the route BRIDGE");
        assertThat(orders).isEmpty();
        assertThat(find(planned).state()).isEqualTo(RunState.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void what_a_run_waits_for_is_late_at_the_end_of_its_window_and_told_once(long seconds, boolean late) {
        FreshnessWindow window =
                FreshnessPolicy.documented().window(Stores.NOW, FreshnessLeg.AUDIENCE_MANAGER_TO_CAMPAIGN);
        RunRecord waits = record(RunState.AWAITING_FILE, Map.of("kind", "import"));
        infrastructure = Infrastructure.builder()
                .from(infrastructure)
                .clock(() -> window.late().minusSeconds(1).plusSeconds(seconds))
                .build();
        Lateness lateness = new Lateness(infrastructure);

        RunRecord noticed = lateness.notice(waits).get();
        lateness.notice(noticed);

        assertThat(Lateness.since(noticed)).isEqualTo(late ? Optional.of(window.late()) : Optional.empty());
        assertThat(heard).hasSize(late ? 1 : 0);
        assertThat(heard)
                .allSatisfy(event ->
                        assertThat(((SharingEvent.Late) event).window()).isEqualTo(window));
        assertThat(heard)
                .extracting(SharingEvent::receipt)
                .extracting(Receipt::run)
                .allMatch(waits.run()::equals);
        assertThat(stores.journal.find(waits.run()).get().isDefined()).isEqualTo(late);
    }

    @Test
    void a_run_that_waits_for_nothing_any_more_is_late_no_more() {
        Map<String, String> late = Map.of("kind", "share", "late.since", Stores.NOW.toString());
        RunRecord tracked = RunRecord.builder()
                .from(record(RunState.DELIVERED, late))
                .waiting(new Waiting(Stores.NOW, "its history"))
                .build();

        assertThat(Lateness.since(tracked)).contains(Stores.NOW);
        assertThat(Lateness.since(record(RunState.DELIVERED, late))).isEmpty();
        assertThat(Lateness.since(record(RunState.AWAITING_FILE, late))).contains(Stores.NOW);
        assertThat(Lateness.since(record(RunState.FAILED, late))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "1000, true", "1001, false"})
    void a_page_has_one_run_to_a_thousand(int size, boolean sound) {
        Either<BridgeError, RunPage> page =
                list(RunQuery.builder().pageSize(size).build());

        assertThat(page.isRight()).isEqualTo(sound);
        if (!sound) {
            assertThat(page.getLeft().message()).contains("pageSize", size + " must be 1 to 1000 runs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "yesterday/run-1", "2026-11-26T00:00:00Z"})
    void a_page_that_is_none_of_a_list_is_refused(String page) {
        assertThat(list(RunQuery.builder().page(page).build()).getLeft().message())
                .contains("page", "'" + page + "' is no page of this list; take next() of the page before");
    }

    @Test
    void a_full_page_names_the_next_one_by_its_last_run_and_the_last_page_none() {
        for (int i = 1; i <= 3; i++) {
            stores.journal.save(RunRecord.builder()
                    .from(record(RunState.DELIVERED, Map.of("kind", "share")))
                    .run(new RunId("run-" + i))
                    .started(Stores.NOW.plusSeconds(i))
                    .build());
        }
        RunPage first = list(RunQuery.builder().pageSize(2).build()).get();
        assertThat(first.runs().map(run -> run.receipt().run().value())).containsExactly("run-3", "run-2");
        assertThat(first.next()).contains("2026-11-26T00:00:02Z/run-2");

        RunPage second =
                list(RunQuery.builder().pageSize(2).page(first.next()).build()).get();
        assertThat(second.runs().map(run -> run.receipt().run().value())).containsExactly("run-1");
        assertThat(second.next()).isEmpty();
        assertThat(list(RunQuery.builder().pageSize(3).build()).get().next())
                .as("there is no fourth")
                .isEmpty();
    }

    private Either<BridgeError, RunPage> list(RunQuery query) {
        return new Listing(infrastructure).list(query, Rows.call());
    }

    private RunRecord plan() {
        return new Transfer(connectors(), infrastructure)
                .plan(ShareFacts.write(REQUEST), Rows.call())
                .get();
    }

    private Either<BridgeError, RunRecord> go(RunRecord record) {
        return new Transfer(connectors(), infrastructure).go(record, Rows.call());
    }

    private RunRecord find(RunRecord record) {
        return stores.journal.find(record.run()).get().get();
    }

    private Connectors connectors() {
        return new Connectors(HashMap.of(CRM, Stores.offering(new Workflows(), new Times())));
    }

    private static RunRecord record(RunState state, Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(state)
                .started(Stores.NOW)
                .updated(Stores.NOW)
                .facts(new TreeMap<>(facts))
                .build();
    }

    private static final class Times implements OrderTimes {
        @Override
        public Either<BridgeError, Instant> beforeImport(ImportOrder order, Call call) {
            return Either.right(THEIRS);
        }

        @Override
        public Either<BridgeError, Instant> beforeExport(ExportOrder order, Call call) {
            return Either.right(THEIRS);
        }
    }

    private final class Workflows implements SharingWorkflows {
        @Override
        public Either<BridgeError, Ordered> orderImport(ImportOrder order, Call call) {
            return Either.left(BridgeError.LocalFailure.of("an export was asked"));
        }

        @Override
        public Either<BridgeError, WorkflowState> lookAtImport(ImportOrder order, Ordered ordered, Call call) {
            return Either.left(BridgeError.LocalFailure.of("an export was asked"));
        }

        @Override
        public Either<BridgeError, Ordered> orderExport(ExportOrder order, Call call) {
            orders.add(order);
            return answer;
        }

        @Override
        public Either<BridgeError, WorkflowState> lookAtExport(ExportOrder order, Ordered ordered, Call call) {
            return Either.right(state);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector does whose system shares by workflows of its own. The test of a connector extends this class and opens one for each test. */
@ContractOf(
        value = {SharingWorkflows.class, OrderTimes.class},
        semantics = "S22")
@Tag("sharing-workflows")
public abstract class SharingWorkflowsContract {
    private static final RunId RUN = new RunId("run-1");

    private Connector connector;

    /** For subclasses. */
    protected SharingWorkflowsContract() {}

    /** A connector to a system of three people, two of whom have a key. */
    protected abstract Connector open() throws Exception;

    /** The name of the connection that was opened last. */
    protected abstract ConnectionName connection();

    /** By which ids. */
    protected abstract DataSource dataSource();

    /** The list of all three people. */
    protected abstract AudienceRef list() throws Exception;

    /** A shared audience of the keys of the two. */
    protected abstract AudienceRef audience() throws Exception;

    /** Lets the system's workflows run. */
    protected abstract void settle() throws Exception;

    /** How many keys are in the shared audience of that title. */
    protected abstract long keysIn(String title) throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R19.1")
    @Test
    void an_import_is_at_work_until_the_workflow_has_run() throws Exception {
        ImportOrder order = importOrder();
        Ordered ordered = workflows().orderImport(order, Calls.ample()).get();

        assertThat(workflows().lookAtImport(order, ordered, Calls.ample()).get())
                .isInstanceOfSatisfying(
                        WorkflowState.AtWork.class,
                        atWork -> assertThat(atWork.waiting().because()).isNotBlank());
    }

    @Rule("R19.2")
    @Test
    void an_import_fills_the_list_and_tells_how_many() throws Exception {
        ImportOrder order = importOrder();
        Ordered ordered = workflows().orderImport(order, Calls.ample()).get();
        settle();

        WorkflowReport report =
                done(workflows().lookAtImport(order, ordered, Calls.ample()).get());

        assertThat(report.result()).hasValue(2);
        assertThat(membersOf(ordered.list())).isEqualTo(2);
    }

    @Rule("R19.3")
    @Test
    void the_same_import_ordered_again_is_one() throws Exception {
        ImportOrder order = importOrder();
        Ordered first = workflows().orderImport(order, Calls.ample()).get();
        Ordered again = workflows()
                .orderImport(ImportOrder.builder().from(order).since(first.at()).build(), Calls.ample())
                .get();
        settle();

        assertThat(again.list()).isEqualTo(first.list());
        assertThat(membersOf(first.list())).isEqualTo(2);
    }

    @Rule("R19.4")
    @Test
    void an_export_is_at_work_and_then_tells_who_went_and_who_could_not() throws Exception {
        ExportOrder order = exportOrder();
        Ordered ordered = workflows().orderExport(order, Calls.ample()).get();
        WorkflowState before =
                workflows().lookAtExport(order, ordered, Calls.ample()).get();
        settle();

        WorkflowReport report =
                done(workflows().lookAtExport(order, ordered, Calls.ample()).get());

        assertThat(before).isInstanceOf(WorkflowState.AtWork.class);
        assertThat(report.result()).hasValue(2);
        assertThat(report.complement().orElse(1)).isEqualTo(1);
        assertThat(keysIn(order.audience())).isEqualTo(2);
    }

    @Rule("R19.5")
    @Test
    void the_same_export_ordered_again_adds_nobody_twice() throws Exception {
        ExportOrder order = exportOrder();
        Ordered first = workflows().orderExport(order, Calls.ample()).get();
        settle();
        workflows()
                .orderExport(ExportOrder.builder().from(order).since(first.at()).build(), Calls.ample())
                .get();
        settle();

        assertThat(keysIn(order.audience())).isEqualTo(2);
    }

    @Rule("R19.6")
    @Test
    void a_call_that_is_over_orders_nothing() throws Exception {
        assertThat(workflows().orderImport(importOrder(), Calls.cancelled()).getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(workflows().orderExport(exportOrder(), Calls.overdue()).getLeft())
                .isInstanceOf(BridgeError.DeadlineExceeded.class);
    }

    @Rule("R19.7")
    @Test
    void the_time_before_an_order_is_not_after_the_order() throws Exception {
        Instant beforeImport =
                times().beforeImport(importOrder(), Calls.ample()).get();
        Instant beforeExport =
                times().beforeExport(exportOrder(), Calls.ample()).get();

        assertThat(workflows().orderImport(importOrder(), Calls.ample()).get().at())
                .isAfterOrEqualTo(beforeImport);
        assertThat(workflows().orderExport(exportOrder(), Calls.ample()).get().at())
                .isAfterOrEqualTo(beforeExport);
    }

    @Rule("R19.8")
    @Test
    void asking_for_the_time_orders_nothing() throws Exception {
        times().beforeExport(exportOrder(), Calls.ample()).get();
        settle();

        assertThat(keysIn(exportOrder().audience())).isZero();
        assertThat(times().beforeImport(importOrder(), Calls.cancelled()).getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
    }

    private ImportOrder importOrder() throws Exception {
        return ImportOrder.builder()
                .run(RUN)
                .audience(audience())
                .into(connection())
                .list("Come back")
                .dataSource(dataSource())
                .build();
    }

    private ExportOrder exportOrder() throws Exception {
        return ExportOrder.builder()
                .run(RUN)
                .list(list())
                .audience("Gone out")
                .dataSource(dataSource())
                .build();
    }

    private static WorkflowReport done(WorkflowState state) {
        assertThat(state).isInstanceOf(WorkflowState.Done.class);
        return ((WorkflowState.Done) state).report();
    }

    private long membersOf(AudienceRef list) {
        MemberFeed feed = connector
                .ability(MemberReader.class)
                .get()
                .members(list, dataSource(), Calls.ample())
                .get();
        return Rows.told(((MemberFeed.Ready) feed).members()).size();
    }

    private SharingWorkflows workflows() {
        return connector.ability(SharingWorkflows.class).get();
    }

    private OrderTimes times() {
        return connector.ability(OrderTimes.class).get();
    }
}

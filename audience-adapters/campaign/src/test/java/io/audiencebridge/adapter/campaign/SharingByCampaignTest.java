// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sandbox.SandboxList;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaign's own route: the bridge orders and looks, Campaign's workflows carry the members (SEMANTICS S22). */
class SharingByCampaignTest {
    private static final String ONE = "00000000000000000000000000000000000001";
    private static final String TWO = "00000000000000000000000000000000000002";
    private static final DataSource VISITOR = DataSource.builder()
            .from(DataSource.visitor(13701))
            .destinationId(20101)
            .build();
    private static final String SEGMENT = "777";

    @Test
    void an_ordered_import_binds_the_list_and_is_done_once_the_workflow_filled_it() throws IOException {
        try (var works = Works.with(person("1", ONE), person("2", TWO), person("3"))) {
            var sharing = works.ability(SharingWorkflows.class);

            var ordered = sharing.orderImport(imports("Gold"), Works.call()).get();
            works.minutePasses();
            var early = look(sharing, ordered).get();
            delivers(works, ONE + " " + SEGMENT, "99999999999999999999999999999999999999 " + SEGMENT, TWO + " 778");
            works.sandbox.clock().advance(Duration.ofHours(1));
            var late = look(sharing, ordered).get();

            var waiting = ((WorkflowState.AtWork) early).waiting();
            assertThat(waiting.until())
                    .isBetween(
                            works.sandbox.clock().instant().minus(Duration.ofHours(1)),
                            works.sandbox.clock().instant().plus(Duration.ofHours(1)));
            assertThat(waiting.because()).contains("importSharedAudience", "24 to 36 hours");
            var report = ((WorkflowState.Done) late).report();
            assertThat(report.result()).hasValue(1);
            assertThat(report.complement()).isEmpty();
            assertThat(works.members(ordered.list().id())).containsExactly("1");
        }
    }

    @Test
    void an_import_ordered_twice_has_one_list() {
        try (var works = Works.with(person("1", ONE))) {
            var sharing = works.ability(SharingWorkflows.class);

            var first = sharing.orderImport(imports("Gold"), Works.call()).get();
            var second = sharing.orderImport(imports("Gold"), Works.call()).get();

            assertThat(second.list()).isEqualTo(first.list());
            assertThat(works.sandbox.campaignData().lists())
                    .extracting(SandboxList::label)
                    .containsExactly("All recipients", "Gold");
        }
    }

    @Test
    void a_list_that_another_audience_fills_is_a_conflict() {
        try (var works = Works.with(person("1", ONE))) {
            var sharing = works.ability(SharingWorkflows.class);
            sharing.orderImport(imports("Gold"), Works.call()).get();

            var other = ImportOrder.builder()
                    .from(imports("Gold"))
                    .audience(new AudienceRef(new ConnectionName("audience-manager"), "778"))
                    .build();

            assertThat(sharing.orderImport(other, Works.call()).getLeft()).isInstanceOf(BridgeError.Conflict.class);
        }
    }

    @Test
    void a_data_source_that_campaign_does_not_know_is_a_mistake_in_the_request_and_changes_nothing() {
        try (var works = Works.with(person("1", ONE))) {
            var unknown = ImportOrder.builder()
                    .from(imports("Gold"))
                    .dataSource(DataSource.visitor(4711))
                    .build();

            var error = works.ability(SharingWorkflows.class)
                    .orderImport(unknown, Works.call())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(error.message()).contains("data source 4711", "AMC Data sources");
            assertThat(works.sandbox.campaignData().lists()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"importSharedAudience", "exportSharedAudience"})
    void a_disabled_account_a_paused_and_a_stopped_workflow_are_told_before_anything_is_changed(String name) {
        try (var works = Works.with(person("1", ONE))) {
            var client = works.ability(CampaignWorkflows.class);

            works.change("nms:extAccount", name, "@active", "0");
            var disabled = ordered(works, name);
            works.change("nms:extAccount", name, "@active", "1");
            client.pause(name, CallOptions.standard()).get();
            works.minutePasses();
            var paused = ordered(works, name);
            client.stop(name, CallOptions.standard()).get();
            works.minutePasses();
            var stopped = ordered(works, name);

            assertThat(List.of(disabled, paused, stopped)).allMatch(BridgeError.RejectedBySystem.class::isInstance);
            assertThat(disabled.message()).contains("External account '" + name + "' is not enabled");
            assertThat(paused.message()).contains("Technical workflow '" + name + "' is paused; start it");
            assertThat(stopped.message()).contains("Technical workflow '" + name + "' is stopped; start it");
            assertThat(works.sandbox.campaignData().lists()).hasSize(1);
        }
    }

    @Test
    void a_workflow_that_failed_meanwhile_is_told_at_the_next_look() {
        try (var works = Works.with(person("1", ONE))) {
            var sharing = works.ability(SharingWorkflows.class);
            var ordered = sharing.orderImport(imports("Gold"), Works.call()).get();
            works.change("nms:extAccount", "importSharedAudience", "@server", "ftp-out.demdex.com");
            works.sandbox.clock().advance(Duration.ofHours(1));

            var error = look(sharing, ordered).getLeft();

            assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(error.message()).contains("'importSharedAudience' stopped on an error", "read its log");
        }
    }

    @Test
    void a_list_that_was_deleted_meanwhile_is_not_found() {
        try (var works = Works.with(person("1", ONE))) {
            var sharing = works.ability(SharingWorkflows.class);
            var ordered = sharing.orderImport(imports("Gold"), Works.call()).get();
            works.sandbox.campaignData().deleteList(ordered.list().id());

            assertThat(look(sharing, ordered).getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void an_export_hands_over_result_and_complement_and_is_done_once_the_file_is_written() {
        try (var works = Works.with(person("1", ONE), person("2", TWO), person("3"))) {
            var sharing = works.ability(SharingWorkflows.class);
            var order = exports(works);
            works.sandbox.clock().advance(Duration.ofMinutes(10));

            var ordered = sharing.orderExport(order, Works.call()).get();
            var atWork = sharing.lookAtExport(order, ordered, Works.call()).get();
            works.minutePasses();
            var handedOver = sharing.lookAtExport(order, ordered, Works.call()).get();
            works.sandbox.clock().advance(Duration.ofHours(1));
            var done = sharing.lookAtExport(order, ordered, Works.call()).get();

            assertThat(because(atWork)).contains("'updateSharedAudience' has not finished");
            assertThat(because(handedOver)).contains("'exportSharedAudience' has not yet written");
            var report = ((WorkflowState.Done) done).report();
            assertThat(report.result()).hasValue(2);
            assertThat(report.complement()).hasValue(1);
            assertThat(report.ended()).isAfter(ordered.at());
            assertThat(works.sandbox.objects().list(works.sandbox.inboundBucket()))
                    .anyMatch(object -> object.key().contains("ftp_dpm_13701_"));
        }
    }

    @Test
    void an_export_that_may_have_been_ordered_is_looked_for_and_not_ordered_twice() {
        try (var works = Works.with(person("1", ONE), person("2", TWO))) {
            var sharing = works.ability(SharingWorkflows.class);
            works.sandbox.clock().advance(Duration.ofMinutes(10));
            var since = works.ability(OrderTimes.class)
                    .beforeExport(exports(works), Works.call())
                    .get();
            sharing.orderExport(exports(works), Works.call()).get();
            works.minutePasses();
            var again = ExportOrder.builder().from(exports(works)).since(since).build();

            var ordered = sharing.orderExport(again, Works.call()).get();
            works.sandbox.clock().advance(Duration.ofHours(1));
            var done = sharing.lookAtExport(again, ordered, Works.call()).get();

            assertThat(((WorkflowState.Done) done).report().result()).hasValue(2);
            assertThat(results(works)).containsExactly("Result: 2 recipients");
        }
    }

    @Test
    void an_export_that_never_arrived_is_ordered_after_a_while() {
        try (var works = Works.with(person("1", ONE))) {
            var sharing = works.ability(SharingWorkflows.class);
            var since = works.ability(OrderTimes.class)
                    .beforeExport(exports(works), Works.call())
                    .get();
            var again = ExportOrder.builder().from(exports(works)).since(since).build();
            var ordered = sharing.orderExport(again, Works.call()).get();

            sharing.lookAtExport(again, ordered, Works.call()).get();
            assertThat(results(works)).isEmpty();
            works.sandbox.clock().advance(Duration.ofMinutes(11));
            sharing.lookAtExport(again, ordered, Works.call()).get();
            works.minutePasses();

            assertThat(results(works)).containsExactly("Result: 1 recipients");
        }
    }

    private static List<String> results(Works works) {
        return works.sandbox.campaignData().workflow("updateSharedAudience").messages().stream()
                .filter(message -> message.startsWith("Result: "))
                .toList();
    }

    @Test
    void an_export_needs_the_workflow_that_the_settings_name() {
        try (var works = Works.withoutExportWorkflow()) {
            var error = works.ability(SharingWorkflows.class)
                    .orderExport(exports(works), Works.call())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(error.message()).contains("campaign.exportWorkflow", "Update shared audience");
        }
    }

    @Test
    void a_workflow_at_work_on_another_list_is_to_be_tried_later() {
        try (var works = Works.with(person("1", ONE))) {
            var sharing = works.ability(SharingWorkflows.class);
            sharing.orderExport(exports(works), Works.call()).get();
            works.sandbox.clock().advance(Duration.ofSeconds(10));

            var error = sharing.orderExport(exports(works), Works.call()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(error.message()).contains("at work on another list");
        }
    }

    @Test
    void an_export_that_failed_is_told_and_the_next_one_begins_anew() {
        try (var works = Works.with(person("1", ONE))) {
            var sharing = works.ability(SharingWorkflows.class);
            var order = exports(works);
            works.change("nms:amcDataSource", "defaultDataSource", "@hashAlgorithm", "ROT13");
            var ordered = sharing.orderExport(order, Works.call()).get();
            works.minutePasses();

            var failed = sharing.lookAtExport(order, ordered, Works.call()).getLeft();
            works.change("nms:amcDataSource", "defaultDataSource", "@hashAlgorithm", "none");
            var stopped = sharing.orderExport(order, Works.call()).getLeft();
            works.minutePasses();
            var again = sharing.orderExport(order, Works.call()).get();
            works.minutePasses();
            works.sandbox.clock().advance(Duration.ofHours(1));

            assertThat(failed).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(failed.message()).contains("'updateSharedAudience' stopped on an error");
            assertThat(stopped).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(sharing.lookAtExport(order, again, Works.call()).get()).isInstanceOf(WorkflowState.Done.class);
        }
    }

    private static BridgeError ordered(Works works, String technical) {
        SharingWorkflows sharing = works.ability(SharingWorkflows.class);
        return technical.startsWith("import")
                ? sharing.orderImport(imports("Gold"), Works.call()).getLeft()
                : sharing.orderExport(exports(works), Works.call()).getLeft();
    }

    private static Either<BridgeError, WorkflowState> look(SharingWorkflows sharing, Ordered ordered) {
        return sharing.lookAtImport(imports("Gold"), ordered, Works.call());
    }

    private static String because(WorkflowState state) {
        return ((WorkflowState.AtWork) state).waiting().because();
    }

    private static ImportOrder imports(String list) {
        return ImportOrder.builder()
                .run(new RunId("run-1"))
                .audience(new AudienceRef(new ConnectionName("audience-manager"), SEGMENT))
                .into(Bench.CAMPAIGN)
                .list(list)
                .dataSource(VISITOR)
                .build();
    }

    private static ExportOrder exports(Works works) {
        return ExportOrder.builder()
                .run(new RunId("run-2"))
                .list(Bench.list(works.sandbox.campaignData().allRecipientsList()))
                .audience("Gold customers")
                .dataSource(VISITOR)
                .build();
    }

    /** Puts the full outbound file of the visitor destination where Audience Manager would. */
    private static void delivers(Works works, String... rows) throws IOException {
        String name =
                "20101/S3_20101_13701_full_" + works.sandbox.clock().instant().toEpochMilli() + ".sync.gz";
        try (OutputStream object = works.sandbox.objects().write(works.sandbox.outboundBucket(), name);
                OutputStream out = new GZIPOutputStream(object)) {
            out.write((String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}

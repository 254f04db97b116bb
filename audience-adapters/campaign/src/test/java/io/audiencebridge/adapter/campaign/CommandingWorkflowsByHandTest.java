// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.adapter.campaign.client.Cancellation;
import io.audiencebridge.adapter.campaign.client.Workflow;
import io.audiencebridge.adapter.campaign.client.WorkflowCondition;
import io.audiencebridge.adapter.campaign.client.WorkflowEvent;
import io.audiencebridge.adapter.campaign.client.WorkflowLogEntry;
import io.audiencebridge.adapter.campaign.client.WorkflowLogQuery;
import io.audiencebridge.adapter.campaign.client.WorkflowStatus;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sandbox.campaign.workflow.Ending;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflows of an instance, through the client. */
class CommandingWorkflowsByHandTest {
    private static final CallOptions USUAL = CallOptions.standard();
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Test
    void a_workflow_is_found_by_its_name_and_by_its_id() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);

            var byName = client.find("importSharedAudience", USUAL).get();
            var byId = client.find(byName.id(), USUAL).get();

            assertThat(byId).isEqualTo(byName);
            assertThat(byName.technical()).isTrue();
            assertThat(byName.status()).isEqualTo(WorkflowStatus.STARTED);
            assertThat(byName.statusCode()).isEqualTo(11);
            assertThat(byName.folder()).isEqualTo("nmsTechnicalWorkflow");
            assertThat(byName.nextProcessing()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "x' OR 1=1 --", "1 OR 1=1"})
    void what_can_be_no_workflow_is_refused_without_a_call(String name) {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);

            assertThat(client.start(name, USUAL).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(works.sandbox.exchanges()).isEmpty();
        }
    }

    @Test
    void one_that_is_not_there_is_not_found_and_told_nothing() {
        try (var works = Works.with(person("1"))) {
            var outcome = works.ability(CampaignWorkflows.class).stop("WKF4711", USUAL);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(outcome.getLeft().message()).contains("'WKF4711'");
        }
    }

    @Test
    void the_technical_ones_come_by_name() {
        try (var works = Works.with(person("1"))) {
            assertThat(works.ability(CampaignWorkflows.class).technical(USUAL).get())
                    .extracting(Workflow::internalName)
                    .contains("exportSharedAudience", "importSharedAudience")
                    .doesNotContain("loadMemberships")
                    .isSorted();
        }
    }

    @Test
    void a_started_one_is_awaited_and_an_earlier_end_is_not_taken_for_its_own() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            works.sandbox.campaignData().addWorkflow("nightly", Ending.FINISHES);

            var first = client.start("nightly", USUAL).get();
            var ended = client.await(first, WorkflowCondition.finished(), EVERY, USUAL)
                    .get();
            var second = client.start("nightly", USUAL).get();
            var again = client.await(second, WorkflowCondition.finished(), EVERY, USUAL)
                    .get();

            assertThat(first.status()).isEqualTo(WorkflowStatus.EDITED);
            assertThat(second.status()).isEqualTo(WorkflowStatus.FINISHED);
            assertThat(again.processed().orElseThrow())
                    .isAfter(ended.processed().orElseThrow());
        }
    }

    @Test
    void one_that_fails_is_rejected_with_codes_and_without_its_words() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            var list = works.sandbox.campaignData().allRecipientsList();
            var seen = client.start("loadMemberships", Map.of("listId", list, "file", "anna@example.com.csv.gz"), USUAL)
                    .get();

            var outcome = client.await(seen, WorkflowCondition.finished(), EVERY, USUAL);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(outcome.getLeft().message())
                    .contains("'loadMemberships' stopped on an error", "activity 'loadMemberships'", "read its log")
                    .doesNotContain("anna@example.com");
        }
    }

    @Test
    void waiting_ends_with_the_calls_time_and_tells_the_last_status() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            var waits = works.sandbox.campaignData().addWorkflow("waits", Ending.WAITS);
            var seen = client.start(waits, USUAL).get();

            var outcome =
                    client.await(seen, WorkflowCondition.finished(), EVERY, CallOptions.within(Duration.ofMillis(700)));

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
        }
    }

    @Test
    void waiting_ends_with_a_cancellation() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            var waits = works.sandbox.campaignData().addWorkflow("waits", Ending.WAITS);
            var seen = client.start(waits, USUAL).get();
            var cancellation = new Cancellation();
            WorkflowCondition cancels = now -> {
                cancellation.cancel();
                return false;
            };

            var outcome = client.await(
                    seen,
                    cancels,
                    EVERY,
                    CallOptions.builder().cancellation(cancellation).build());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        }
    }

    @Test
    void an_interval_below_a_second_is_refused() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            var seen = client.find("loadMemberships", USUAL).get();

            assertThat(client.await(seen, WorkflowCondition.finished(), Duration.ofMillis(999), USUAL)
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }

    @Test
    void a_paused_one_goes_on_when_it_is_started() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);

            client.pause("importSharedAudience", USUAL).get();
            works.minutePasses();
            var paused = client.find("importSharedAudience", USUAL).get();
            client.start("importSharedAudience", USUAL).get();
            works.minutePasses();
            var running = client.find("importSharedAudience", USUAL).get();

            assertThat(paused.status()).isEqualTo(WorkflowStatus.PAUSED);
            assertThat(running.status()).isEqualTo(WorkflowStatus.STARTED);
        }
    }

    @Test
    void a_stopped_and_a_killed_one_are_finished() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);

            client.stop("importSharedAudience", USUAL).get();
            client.kill("exportSharedAudience", USUAL).get();
            works.minutePasses();

            assertThat(client.technical(USUAL).get())
                    .extracting(Workflow::status)
                    .containsOnly(WorkflowStatus.FINISHED);
        }
    }

    @Test
    void waking_has_a_technical_one_work_before_its_hour() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            works.sandbox.clock().advance(Duration.ofMinutes(10));
            var before = client.wake("exportSharedAudience", USUAL).get();

            works.minutePasses();

            var after = client.find("exportSharedAudience", USUAL).get();
            assertThat(after.processed().orElseThrow())
                    .isAfter(before.processed().orElseThrow())
                    .isBefore(before.nextProcessing().orElseThrow());
        }
    }

    @Test
    void an_event_reaches_one_that_waits_and_is_refused_for_one_that_does_not_run() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            var waits = works.sandbox.campaignData().addWorkflow("waits", Ending.WAITS);
            var event = WorkflowEvent.builder()
                    .activity("signal")
                    .putVariables("listId", "7")
                    .complete(true)
                    .build();

            var early = client.post(waits, event, USUAL);
            client.start(waits, USUAL).get();
            works.minutePasses();
            client.post(waits, event, USUAL).get();
            works.minutePasses();

            assertThat(early.getLeft()).isInstanceOf(BridgeError.Conflict.class);
            assertThat(early.getLeft().message()).contains("start it first");
            assertThat(client.find(waits, USUAL).get().status()).isEqualTo(WorkflowStatus.FINISHED);
        }
    }

    @Test
    void a_copy_has_an_id_and_a_life_of_its_own() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            works.sandbox.campaignData().addWorkflow("nightly", Ending.FINISHES);

            var id = client.spawn("nightly", Map.of("day", "monday"), USUAL).get();
            works.minutePasses();

            assertThat(client.find(Long.toString(id), USUAL).get().status()).isEqualTo(WorkflowStatus.FINISHED);
            assertThat(client.find("nightly", USUAL).get().status()).isEqualTo(WorkflowStatus.EDITED);
        }
    }

    @Test
    void variables_need_plain_names() {
        try (var works = Works.with(person("1"))) {
            var outcome = works.ability(CampaignWorkflows.class)
                    .start("loadMemberships", Map.of("a b", "1", "ok", "2", "x=\"", "3"), USUAL);

            assertThat(((BridgeError.InvalidRequest) outcome.getLeft()).violations())
                    .hasSize(2);
            assertThat(works.sandbox.exchanges()).isEmpty();
        }
    }

    @Test
    void the_log_comes_page_by_page_with_its_errors_told_apart() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);
            client.start("loadMemberships", Map.of("listId", "none", "file", "x"), USUAL)
                    .get();
            works.minutePasses();

            var all =
                    client.log("loadMemberships", WorkflowLogQuery.all(), USUAL).get();
            var first = client.log(
                            "loadMemberships",
                            WorkflowLogQuery.builder().most(1).build(),
                            USUAL)
                    .get();
            var rest = client.log(
                            "loadMemberships",
                            WorkflowLogQuery.after(first.head().id()),
                            USUAL)
                    .get();
            var errors = client.log(
                            "loadMemberships",
                            WorkflowLogQuery.builder().errorsOnly(true).build(),
                            USUAL)
                    .get();
            var later = client.log(
                            "loadMemberships",
                            WorkflowLogQuery.since(works.sandbox.clock().instant()),
                            USUAL)
                    .get();

            assertThat(first.appendAll(rest)).isEqualTo(all);
            assertThat(errors).hasSize(1).allMatch(WorkflowLogEntry::error);
            assertThat(errors.head().message()).contains("none");
            assertThat(errors.head().toString()).doesNotContain("none");
            assertThat(later).isEmpty();
        }
    }

    @Test
    void further_headers_go_with_every_request_of_the_call() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(CampaignWorkflows.class);

            client.start(
                            "loadMemberships",
                            CallOptions.builder().putHeaders("X-Proxy", "7").build())
                    .get();

            assertThat(works.sandbox.exchanges())
                    .filteredOn(exchange -> !exchange.request()
                            .content()
                            .header("SOAPAction")
                            .orElse("")
                            .contains("Logon"))
                    .hasSize(2)
                    .allMatch(exchange ->
                            exchange.request().content().header("X-Proxy").equals(Optional.of("7")));
        }
    }
}

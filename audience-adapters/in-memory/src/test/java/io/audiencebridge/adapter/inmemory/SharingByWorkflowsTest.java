// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.FreshnessLeg;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharingByWorkflowsTest extends InMemoryScenario {
    @Test
    void a_system_that_extracts_and_loads_gives_what_row_by_row_would_give() {
        peopleAndTheirAudience();
        AudienceRef list = crm.list("Gold again", ids(3, 4));
        crm.withWorkflows(cloud);
        Receipt rests = importGold(Route.BRIDGE);

        Receipt delivered = untilDelivered(rests);

        assertThat(rests.state()).isEqualTo(RunState.AWAITING_WORKFLOW);
        assertThat(people(delivered.imported().orElseThrow()))
                .isEqualTo("links 3 collapsed 0 size 3 added 2 kept 1 removed 1");
        assertThat(crm.recipientsIn(list)).containsExactlyInAnyOrder(ids(1, 2, 3));
    }

    @Test
    void a_share_waits_for_its_extract_and_fixes_its_stamp_afterwards() {
        person(1, visitor(1));
        AudienceRef list = crm.list("Gold", ids(1));
        crm.withWorkflows(cloud);

        Receipt rests = bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get();
        Receipt delivered = untilDelivered(rests);

        assertThat(rests.state()).isEqualTo(RunState.AWAITING_WORKFLOW);
        assertThat(counts(delivered.exported().orElseThrow())).startsWith("read 1 shared 1 already 0");
        assertThat(cloud.keysIn(cloud.named("Gold").get())).containsExactly(visitor(1));
    }

    @Test
    void nothing_is_worked_out_again_once_the_difference_was_handed_over() {
        bridge = bridge(Optional.of(KeyRoute.EXTRACT));
        peopleAndTheirAudience();
        AudienceRef list = crm.list("Gold again", ids(3, 4));
        crm.withWorkflows(cloud);
        Receipt extracting = importGold(Route.BRIDGE);
        crm.runWorkflows();
        Receipt loading = resumed(extracting);
        person(5, visitor(1));

        Receipt stillLoading = resumed(loading);
        crm.runWorkflows();
        Receipt delivered = resumed(stillLoading);

        assertThat(loading.waiting().orElseThrow().because()).isEqualTo("the load has not run yet");
        assertThat(delivered.imported()).isEqualTo(loading.imported());
        assertThat(crm.recipientsIn(list)).containsExactlyInAnyOrder(ids(1, 2, 3));
    }

    @Test
    void the_systems_own_workflow_imports_and_tells_how_many_are_in_the_list() {
        peopleAndTheirAudience();
        crm.withWorkflows(cloud);

        Receipt delivered = untilDelivered(importGold(Route.SYSTEM));

        assertThat(delivered.route()).isEqualTo(Route.SYSTEM);
        assertThat(delivered.workflow().orElseThrow().result()).hasValue(3);
        assertThat(delivered.imported()).isEmpty();
        assertThat(crm.recipientsIn(crm.named("Gold again").get())).containsExactlyInAnyOrder(ids(1, 2, 3));
    }

    @Test
    void the_systems_own_workflow_exports_and_the_receipt_says_when_it_is_seen() {
        person(1, visitor(1));
        person(2);
        AudienceRef list = crm.list("Gold", ids(1, 2));
        crm.withWorkflows(cloud);
        ShareRequest request = ShareRequest.builder()
                .from(share(list, byVisitorId()))
                .route(Route.SYSTEM)
                .build();

        Receipt delivered = untilDelivered(
                bridge.shareRecipientList().share(request, call()).get());

        assertThat(delivered.workflow().orElseThrow().result()).hasValue(1);
        assertThat(delivered.workflow().orElseThrow().complement()).hasValue(1);
        assertThat(delivered.visible())
                .hasValue(
                        FreshnessPolicy.documented().window(Instant.EPOCH, FreshnessLeg.CAMPAIGN_TO_AUDIENCE_MANAGER));
        assertThat(cloud.keysIn(cloud.named("Gold").get())).containsExactly(visitor(1));
    }

    @Test
    void a_system_without_workflows_says_so() {
        peopleAndTheirAudience();

        Either<BridgeError, Receipt> refused = bridge.importSharedAudience()
                .importAudience(
                        intoList(cloud.named("Gold").get(), byVisitorId())
                                .route(Route.SYSTEM)
                                .build(),
                        call());

        assertThat(refused.getLeft().message()).contains("'crm'", "offers no SharingWorkflows");
    }

    private void peopleAndTheirAudience() {
        for (int id = 1; id <= 4; id++) {
            person(id, visitor(id));
        }
        bridge.shareRecipientList()
                .share(share(crm.list("Gold", ids(1, 2, 3)), byVisitorId()), call())
                .get();
    }

    private Receipt importGold(Route route) {
        return bridge.importSharedAudience()
                .importAudience(
                        intoList(cloud.named("Gold").get(), byVisitorId())
                                .route(route)
                                .build(),
                        call())
                .get();
    }

    private Receipt untilDelivered(Receipt receipt) {
        Receipt latest = receipt;
        for (int turn = 0; turn < 3 && latest.state().isWaiting(); turn++) {
            crm.runWorkflows();
            latest = resumed(latest);
        }
        assertThat(latest.state()).isEqualTo(RunState.DELIVERED);
        return latest;
    }

    private Receipt resumed(Receipt receipt) {
        return bridge.resumeRun().resume(receipt.run(), call()).get();
    }
}

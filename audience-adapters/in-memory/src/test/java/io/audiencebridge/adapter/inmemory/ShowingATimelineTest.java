// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.TimelineLeg.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A run leg by leg, and what is told of legs that are late or stuck. */
final class ShowingATimelineTest extends InMemoryScenario {
    @Test
    void a_share_is_followed_until_its_members_are_counted() {
        cloud.withReceipts();
        RunId run = shareOne();

        Timeline sent = timeline(run);
        now = now.plus(Duration.ofHours(10));
        cloud.storeWritten(Map.of());
        Timeline stored = timeline(run);

        assertThat(states(sent))
                .containsEntry("planned", State.PASSED)
                .containsEntry("handed-over", State.PASSED)
                .containsEntry("file-accepted", State.UNDER_WAY);
        assertThat(states(stored))
                .containsEntry("rows-stored", State.PASSED)
                .containsEntry("trait-population", State.PASSED);
        assertThat(stored.subject()).contains("Gold");
        assertThat(heard).isEmpty();
    }

    @Test
    void a_leg_that_is_late_is_told_once() {
        cloud.withReceipts();
        RunId run = shareOne();
        now = now.plus(Duration.ofDays(3));

        Timeline late = timeline(run);
        timeline(run);

        assertThat(states(late)).containsEntry("file-accepted", State.LATE);
        assertThat(heard.stream().filter(SharingEvent.LegLate.class::isInstance))
                .extracting(event -> ((SharingEvent.LegLate) event).leg().name())
                .containsOnlyOnce("file-accepted");
    }

    @Test
    void a_refused_file_is_a_leg_that_is_stuck() {
        cloud.withReceipts();
        RunId run = shareOne();
        cloud.refuseWritten("the folder is wrong");

        Timeline stuck = timeline(run);
        timeline(run);

        assertThat(states(stuck))
                .containsEntry("handed-over", State.PASSED)
                .containsEntry("file-accepted", State.STUCK);
        assertThat(leg(stuck, "file-accepted").told()).contains("the folder is wrong");
        assertThat(heard).filteredOn(SharingEvent.LegStuck.class::isInstance).hasSize(1);
    }

    @Test
    void an_import_that_waits_shows_when_its_file_is_due() {
        cloud.withDeliveries();
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        RunId run = imported(audience, byVisitorId()).run();

        TimelineLeg waits = leg(timeline(run), "members-arrived");

        assertThat(waits.state()).isEqualTo(State.UNDER_WAY);
        assertThat(waits.window().orElseThrow().earliest()).isEqualTo(now.plus(Duration.ofHours(24)));
        assertThat(leg(timeline(run), "list-refreshed").state()).isEqualTo(State.AHEAD);
    }

    @Test
    void a_day_without_a_delivery_is_told_once() {
        cloud.withDeliveries();
        person(1, visitor(1));
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        cloud.deliverAll(audience);
        RunId run = imported(audience, byVisitorId()).run();
        LocalDate day = LocalDate.of(2026, 10, 30);
        cloud.missDelivery(day);

        Timeline timeline = timeline(run);
        timeline(run);

        assertThat(states(timeline).values()).containsOnly(State.PASSED);
        assertThat(heard).hasSize(1).first().isInstanceOf(SharingEvent.DayMissing.class);
        assertThat(((SharingEvent.DayMissing) heard.get(0)).day()).isEqualTo(day);
    }

    @Test
    void a_run_by_the_systems_workflow_shows_that_it_was_ordered() {
        crm.withWorkflows(cloud);
        person(1, visitor(1));
        ShareRequest request = ShareRequest.builder()
                .from(share(crm.list("Gold customers", ids(1)), byVisitorId()))
                .route(Route.SYSTEM)
                .build();
        RunId run = bridge.shareRecipientList().share(request, call()).get().run();

        Timeline ordered = timeline(run);
        crm.runWorkflows();
        bridge.resumeRun().resume(run, call()).get();

        assertThat(states(ordered))
                .containsEntry("workflow-ordered", State.PASSED)
                .containsEntry("workflow-done", State.UNDER_WAY)
                .containsEntry("visible", State.AHEAD);
        assertThat(states(timeline(run)))
                .containsEntry("workflow-done", State.PASSED)
                .containsEntry("visible", State.UNSEEN);
    }

    @Test
    void a_run_that_nobody_knows_is_not_found() {
        assertThat(bridge.showTimeline().timeline(new RunId("nobodys"), call()).getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
    }

    private RunId shareOne() {
        person(1, visitor(1));
        AudienceRef list = crm.list("Gold customers", ids(1));
        return bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get()
                .run();
    }

    private Timeline timeline(RunId run) {
        return bridge.showTimeline().timeline(run, call()).get();
    }

    private static TimelineLeg leg(Timeline timeline, String name) {
        return timeline.legs().stream()
                .filter(leg -> leg.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, State> states(Timeline timeline) {
        return timeline.legs().stream().collect(Collectors.toMap(TimelineLeg::name, TimelineLeg::state));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Integration;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.sharing.StoredTally;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The balance of an export goes on to what the receiving system stored. */
class TrackingARunTest extends InMemoryScenario {
    private AudienceRef list;

    @BeforeEach
    void threePeople() {
        cloud.withReceipts();
        person(1, visitor(1));
        person(2, visitor(2));
        person(3, visitor(3));
        list = crm.list("Gold", ids(1, 2, 3));
    }

    @Test
    void a_run_is_delivered_until_the_system_says_what_it_stored() {
        Receipt delivered = shareNow();

        Receipt pending = track(delivered.run());
        cloud.storeWritten(Map.of("noMatchingId", 1L));
        Receipt stored = track(delivered.run());

        assertThat(pending.state()).isEqualTo(RunState.DELIVERED);
        assertThat(pending.waiting()).isPresent();
        assertThat(stored.state()).isEqualTo(RunState.STORED);
        assertThat(stored.waiting()).isEmpty();
        StoredTally tally = stored.stored().orElseThrow();
        assertThat(tally.sent()).isEqualTo(3);
        assertThat(tally.stored()).isEqualTo(2);
        assertThat(tally.rejected()).containsExactly(Map.entry("noMatchingId", 1L));
        assertThat(tally.unexplained()).isZero();
        assertThat(stored.visible()).isEqualTo(delivered.visible());
    }

    @Test
    void a_refused_file_is_sent_again_when_the_run_is_resumed() {
        Receipt delivered = shareNow();
        cloud.refuseWritten("File 1 was refused");

        Receipt refused = track(delivered.run());
        Receipt again = bridge.resumeRun().resume(delivered.run(), call()).get();

        assertThat(refused.state()).isEqualTo(RunState.FAILED);
        assertThat(refused.exported()).isEmpty();
        assertThat(refused.notices())
                .containsExactly("File 1 was refused; resume the run to send it again under a new stamp");
        assertThat(again.state()).isEqualTo(RunState.DELIVERED);
        assertThat(counts(again.exported().orElseThrow())).startsWith("read 3 shared 3 already 0 rows 3");
    }

    @Test
    void what_is_late_is_told_once_and_the_run_goes_on_waiting() {
        Receipt delivered = shareNow();
        track(delivered.run());

        now = now.plus(Duration.ofHours(59));
        Receipt waiting = track(delivered.run());
        now = now.plus(Duration.ofHours(1));
        Receipt late = track(delivered.run());
        track(delivered.run());

        assertThat(waiting.late()).isEmpty();
        assertThat(late.late()).hasValue(late.visible().orElseThrow().late()).hasValue(now);
        assertThat(late.state()).isEqualTo(RunState.DELIVERED);
        assertThat(heard)
                .containsExactly(new SharingEvent.Late(late, late.visible().orElseThrow()));
        cloud.storeWritten(Map.of());
        assertThat(track(delivered.run()).late()).isEmpty();
    }

    @Test
    void a_change_from_people_to_audience_manager_warns_of_lost_synchronisations() {
        DataSource people = DataSource.builder()
                .from(byVisitorId())
                .integration(Integration.EXPERIENCE_CLOUD_ASSETS)
                .build();

        Receipt before =
                bridge.shareRecipientList().share(share(list, people), call()).get();
        Receipt after = shareNow();

        assertThat(before.notices()).isEmpty();
        assertThat(after.notices()).singleElement().asString().contains("People", "synchronise the ids again");
    }

    @Test
    void what_is_not_there_is_said() {
        assertThat(bridge.trackSharing().track(new RunId("run-77"), call()).getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
    }

    private Receipt shareNow() {
        return bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get();
    }

    private Receipt track(RunId run) {
        return bridge.trackSharing().track(run, call()).get();
    }
}

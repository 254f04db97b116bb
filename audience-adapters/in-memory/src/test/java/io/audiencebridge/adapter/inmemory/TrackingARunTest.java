// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.StoredTally;
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

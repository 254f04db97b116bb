// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.ExportTally;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** SEMANTICS S15 and S16: no audience dies because a ledger says "already shared"; who left the list is counted. */
class RenewingMembersTest extends InMemoryScenario {
    @Test
    void members_are_sent_again_before_the_audience_forgets_them_and_not_earlier() {
        cloud.forgettingAfter(Duration.ofDays(120));
        person(1, visitor(1));
        person(2, visitor(2));
        AudienceRef list = crm.list("Gold", ids(1, 2));
        shareNow(list);

        now = now.plus(Duration.ofDays(89));
        ExportTally early = shareNow(list);
        now = now.plus(Duration.ofDays(2));
        ExportTally due = shareNow(list);
        ExportTally after = shareNow(list);

        assertThat(early.renewed()).isZero();
        assertThat(early.rows()).isZero();
        assertThat(due.alreadyShared()).isEqualTo(2);
        assertThat(due.renewed()).isEqualTo(2);
        assertThat(due.rows()).isEqualTo(2);
        assertThat(after.renewed()).isZero();
        assertThat(after.rows()).isZero();
    }

    @Test
    void members_of_an_audience_that_never_forgets_are_sent_once() {
        person(1, visitor(1));
        AudienceRef list = crm.list("Gold", ids(1));
        shareNow(list);
        now = now.plus(Duration.ofDays(4000));

        assertThat(shareNow(list).rows()).isZero();
    }

    @Test
    void keys_of_people_who_left_the_list_are_counted_and_stay() {
        person(1, visitor(1), visitor(11));
        person(2, visitor(2));
        AudienceRef list = crm.list("Gold", ids(1, 2));
        AudienceRef shared = shared(list, byVisitorId());
        person(1, visitor(1));

        ExportTally changed = shareNow(list);

        assertThat(changed.staying()).isEqualTo(1);
        assertThat(cloud.keysIn(shared)).contains(visitor(11));
    }

    private ExportTally shareNow(AudienceRef list) {
        return bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get()
                .exported()
                .orElseThrow();
    }
}

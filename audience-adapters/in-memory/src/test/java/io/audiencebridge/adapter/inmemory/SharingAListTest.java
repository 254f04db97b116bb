// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import org.junit.jupiter.api.Test;

class SharingAListTest extends InMemoryScenario {
    @Test
    void every_recipient_is_shared_or_in_the_complement_with_one_reason() {
        person(1, visitor(1), visitor(2));
        person(2, visitor(2));
        person(3);
        person(4, "5d3c9b8a-uuid230");
        person(5, "5d3c9b8a-uuid230", visitor(5));
        optedOut(6, visitor(6));
        AudienceRef list = crm.list("Gold", ids(1, 2, 3, 4, 5, 6));

        var receipt = bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get();

        assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
        assertThat(counts(receipt.exported().orElseThrow()))
                .isEqualTo("read 6 shared 3 already 0 rows 3 out 1 invalid 1 noVisitorId 1 noDeclaredId 0");
        assertThat(cloud.keysIn(cloud.named("Gold").get()))
                .containsExactlyInAnyOrder(visitor(1), visitor(2), visitor(5));
    }

    @Test
    void a_key_of_somebody_outside_the_list_who_opted_out_is_not_shared() {
        person(1, visitor(1));
        person(2, visitor(1), visitor(2));
        optedOut(3, visitor(1));
        AudienceRef list = crm.list("Gold", ids(1, 2));

        var receipt = bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get();

        assertThat(counts(receipt.exported().orElseThrow())).startsWith("read 2 shared 1 already 0 rows 1 out 1");
        assertThat(cloud.keysIn(cloud.named("Gold").get())).containsExactly(visitor(2));
    }

    @Test
    void a_second_share_sends_only_who_is_new() {
        person(1, visitor(1));
        person(2, visitor(2));
        bridge.shareRecipientList()
                .share(share(crm.list("Gold", ids(1)), byVisitorId()), call())
                .get();

        var receipt = bridge.shareRecipientList()
                .share(share(crm.list("More", ids(1, 2)), byVisitorId()), call())
                .get();

        assertThat(counts(receipt.exported().orElseThrow())).startsWith("read 2 shared 1 already 1 rows 1");
    }

    @Test
    void hashed_e_mails_leave_and_plain_ones_do_not() {
        personWithEmail(1, " JohnDoe@Example.com");
        personWithEmail(2, "no e-mail");
        personWithEmail(3, "");
        AudienceRef list = crm.list("Gold", ids(1, 2, 3));

        var receipt = bridge.shareRecipientList()
                .share(share(list, byHashedEmail()), call())
                .get();

        assertThat(counts(receipt.exported().orElseThrow()))
                .isEqualTo("read 3 shared 1 already 0 rows 1 out 0 invalid 1 noVisitorId 0 noDeclaredId 1");
        assertThat(cloud.keysIn(cloud.named("Gold").get()))
                .containsExactly("55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149");
    }

    @Test
    void an_empty_list_is_refused_and_creates_no_audience() {
        AudienceRef list = crm.list("Nobody");

        var error = bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("'Nobody' is empty");
        assertThat(cloud.named("Gold").isEmpty()).isTrue();
    }

    @Test
    void an_unknown_list_is_not_found() {
        var unknown = new AudienceRef(CRM, "4711");

        var error = bridge.shareRecipientList()
                .share(share(unknown, byVisitorId()), call())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
        assertThat(error.message()).contains("4711", "browse");
    }

    @Test
    void an_unknown_connection_is_told_with_those_that_exist() {
        var nowhere = ShareRequest.builder()
                .from(share(crm.list("Gold"), byVisitorId()))
                .list(new AudienceRef(new ConnectionName("nowhere"), "1"))
                .build();

        var error = bridge.shareRecipientList().share(nowhere, call()).getLeft();

        assertThat(error.message()).contains("'nowhere'", "cloud, crm");
    }
}

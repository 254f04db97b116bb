// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.vavr.control.Either;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A preview says what the run itself says, and changes nothing (SEMANTICS S9, S12 to S14). */
final class PreviewingTest extends InMemoryScenario {
    @Test
    void a_share_counts_as_its_run_counts_and_leaves_nothing_behind() {
        AudienceRef list = listOfFour();
        ShareRequest request = share(list, byVisitorId());

        Preview preview = preview(new Sharing.Export(request));

        assertThat(cloud.named("Gold")).isEmpty();
        assertThat(journal.all().get()).isEmpty();
        assertThat(ledger.kept().get()).isEmpty();
        Receipt receipt = bridge.shareRecipientList().share(request, call()).get();
        assertThat(preview.exported()).isEqualTo(receipt.exported()).isPresent();
        assertThat(preview.notices()).anyMatch(notice -> notice.contains("would be created"));
        assertThat(preview.calls()).anyMatch(calls -> calls.connection().equals("cloud") && calls.writing() == 2);
        assertThat(preview.duration()).isEmpty();
    }

    @Test
    void what_was_shared_before_is_known_to_a_preview() {
        AudienceRef list = listOfFour();
        shared(list, byVisitorId());

        Preview preview = preview(new Sharing.Export(share(list, byVisitorId())));

        assertThat(preview.exported().orElseThrow().shared()).isZero();
        assertThat(preview.exported().orElseThrow().alreadyShared()).isEqualTo(2);
        assertThat(preview.pastRuns()).isEqualTo(1);
        assertThat(preview.duration()).contains(Duration.ZERO);
    }

    @Test
    void an_import_counts_who_enters_and_who_leaves_as_its_run_does() {
        AudienceRef audience = shared(listOfFour(), byVisitorId());
        AudienceRef before = crm.list("Gold again", ids(3, 1));

        ImportRequest request = intoList(audience, byVisitorId()).build();
        Preview preview = preview(new Sharing.Import(request));

        assertThat(crm.recipientsIn(before)).containsExactlyInAnyOrder(ids(1, 3));
        Receipt receipt = imported(audience, byVisitorId());
        assertThat(preview.imported()).isEqualTo(receipt.imported()).isPresent();
        assertThat(preview.imported().orElseThrow().removed()).isEqualTo(1);
        assertThat(preview.matched().orElseThrow().route())
                .isEqualTo(receipt.matched().orElseThrow().route());
        assertThat(preview.notices()).anyMatch(notice -> notice.contains("S12"));
    }

    @Test
    void a_membership_that_a_preview_worked_out_is_not_kept() {
        AudienceRef audience = cloud.audience("Gold", visitor(1), visitor(2));
        cloud.withDeliveries();
        cloud.deliverAll(audience);
        person(1, visitor(1));
        person(2, visitor(2));
        ImportRequest request = intoList(audience, byVisitorId()).build();

        Preview first = preview(new Sharing.Import(request));
        Preview again = preview(new Sharing.Import(request));

        assertThat(first.imported().orElseThrow().added()).isEqualTo(2);
        assertThat(again.imported()).isEqualTo(first.imported());
        assertThat(imported(audience, byVisitorId()).membership().orElseThrow().deliveries())
                .isEqualTo(1);
    }

    @Test
    void an_import_whose_members_have_not_come_says_what_it_would_wait_for() {
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        cloud.withDeliveries();

        Preview preview =
                preview(new Sharing.Import(intoList(audience, byVisitorId()).build()));

        assertThat(preview.imported()).isEmpty();
        assertThat(preview.waiting().orElseThrow().because()).contains("nothing was delivered");
    }

    @Test
    void ids_of_which_none_is_a_recipients_are_told() {
        person(1, visitor(1));
        AudienceRef audience = cloud.audience("Gold", visitor(7), visitor(8));

        Preview preview =
                preview(new Sharing.Import(intoList(audience, byVisitorId()).build()));

        assertThat(preview.imported().orElseThrow().match().unmatched()).isEqualTo(2);
        assertThat(preview.notices()).anyMatch(notice -> notice.contains("S9"));
    }

    @Test
    void a_system_that_carries_the_members_itself_is_not_ordered() {
        crm.withWorkflows(cloud);
        ShareRequest request = ShareRequest.builder()
                .from(share(listOfFour(), byVisitorId()))
                .route(Route.SYSTEM)
                .build();

        Preview preview = preview(new Sharing.Export(request));

        crm.runWorkflows();
        assertThat(cloud.named("Gold")).isEmpty();
        assertThat(preview.exported()).isEmpty();
        assertThat(preview.notices()).anyMatch(notice -> notice.contains("counts nobody"));
    }

    @Test
    void a_request_that_would_fail_fails() {
        Either<BridgeError, Preview> preview =
                bridge.previewSharing().preview(new Sharing.Export(share(crm.list("Nobody"), byVisitorId())), call());

        assertThat(preview.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    private AudienceRef listOfFour() {
        person(1, visitor(1), visitor(11));
        person(2, visitor(2));
        person(3);
        optedOut(4, visitor(4));
        return crm.list("Gold customers", ids(1, 2, 3, 4));
    }

    private Preview preview(Sharing sharing) {
        return bridge.previewSharing().preview(sharing, call()).get();
    }
}

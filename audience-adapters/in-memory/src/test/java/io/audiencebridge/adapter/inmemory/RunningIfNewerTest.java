// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.sharing.IfNewer;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SharingEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Standing shares run when there is something newer, and else do nothing. */
final class RunningIfNewerTest extends InMemoryScenario {
    @Test
    void a_share_runs_first_and_then_does_nothing_while_nothing_changes() {
        Sharing standing = standingShare();

        IfNewer first = run(standing);
        now = now.plus(Duration.ofDays(1));
        IfNewer second = run(standing);

        assertThat(first).isInstanceOf(IfNewer.Ran.class);
        assertThat(first.because()).contains("never delivered");
        assertThat(second).isInstanceOf(IfNewer.NothingNew.class);
        assertThat(((IfNewer.NothingNew) second).since()).isEqualTo(now.minus(Duration.ofDays(1)));
        assertThat(journal.all().get()).hasSize(1);
    }

    @Test
    void a_share_runs_when_somebody_of_the_list_gets_a_key_and_not_when_somebody_else_does() {
        Sharing standing = standingShare();
        run(standing);

        person(9, visitor(9));
        IfNewer other = run(standing);
        person(2, visitor(2));
        IfNewer ours = run(standing);

        assertThat(other).isInstanceOf(IfNewer.NothingNew.class);
        assertThat(ours).isInstanceOf(IfNewer.Ran.class);
        assertThat(((IfNewer.Ran) ours).receipt().exported().orElseThrow().shared())
                .isEqualTo(1);
    }

    @Test
    void a_share_runs_when_the_list_changes() {
        person(1, visitor(1));
        AudienceRef list = crm.list("Gold customers", ids(1));
        Sharing standing = new Sharing.Export(share(list, byVisitorId()));
        run(standing);
        person(3, visitor(3));
        run(standing);

        bridge.importSharedAudience()
                .importAudience(
                        ImportRequest.builder()
                                .from(intoList(cloud.audience("Other", visitor(3)), byVisitorId())
                                        .build())
                                .list("Gold customers")
                                .build(),
                        call())
                .get();

        assertThat(run(standing).because()).contains("Who is in the list changed");
    }

    @Test
    void members_that_the_audience_would_forget_are_sent_again_in_time() {
        cloud.forgettingAfter(Duration.ofDays(120));
        Sharing standing = standingShare();
        run(standing);
        now = now.plus(Duration.ofDays(30));
        IfNewer early = run(standing);
        now = now.plus(Duration.ofDays(70));
        IfNewer late = run(standing);

        assertThat(early).isInstanceOf(IfNewer.NothingNew.class);
        assertThat(late.because()).contains("S15");
        assertThat(((IfNewer.Ran) late).receipt().exported().orElseThrow().renewed())
                .isEqualTo(1);
    }

    @Test
    void an_import_runs_when_something_was_delivered_or_a_recipient_who_matters_changed() {
        cloud.withDeliveries();
        AudienceRef audience = cloud.audience("Gold", visitor(1), visitor(2));
        cloud.deliverAll(audience);
        person(1, visitor(1));
        Sharing standing = new Sharing.Import(intoList(audience, byVisitorId()).build());
        run(standing);

        IfNewer quiet = run(standing);
        person(5, visitor(5));
        IfNewer nobody = run(standing);
        person(2, visitor(2));
        IfNewer member = run(standing);
        cloud.deliverChange(audience, Set.of(visitor(3)), Set.of());
        IfNewer delivered = run(standing);

        assertThat(quiet).isInstanceOf(IfNewer.NothingNew.class);
        assertThat(nobody).isInstanceOf(IfNewer.NothingNew.class);
        assertThat(((IfNewer.Ran) member).receipt().imported().orElseThrow().added())
                .isEqualTo(1);
        assertThat(delivered.because()).contains("delivered changes");
    }

    @Test
    void a_source_that_cannot_say_whether_it_changed_is_read_and_that_is_said() {
        person(1, visitor(1));
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        Sharing standing = new Sharing.Import(intoList(audience, byVisitorId()).build());
        run(standing);

        IfNewer again = run(standing);

        assertThat(again).isInstanceOf(IfNewer.Ran.class);
        assertThat(again.because()).contains("cannot say");
    }

    @Test
    void missing_days_are_reported_also_when_nothing_is_new() {
        cloud.withDeliveries();
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        cloud.deliverAll(audience);
        person(1, visitor(1));
        Sharing standing = new Sharing.Import(intoList(audience, byVisitorId()).build());
        run(standing);
        LocalDate day = LocalDate.of(2026, 10, 31);
        cloud.missDelivery(day);

        IfNewer nothing = run(standing);
        run(standing);

        assertThat(nothing.missingDays()).containsExactly(day);
        assertThat(heard).hasSize(1).first().isInstanceOf(SharingEvent.DayMissing.class);
    }

    @Test
    void a_run_that_waits_is_gone_on_with_and_no_other_is_begun() {
        cloud.withDeliveries();
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        person(1, visitor(1));
        Sharing standing = new Sharing.Import(intoList(audience, byVisitorId()).build());
        run(standing);
        cloud.deliverAll(audience);

        IfNewer resumed = run(standing);

        assertThat(((IfNewer.Ran) resumed).receipt().state()).isEqualTo(RunState.DELIVERED);
        assertThat(journal.all().get()).hasSize(1);
    }

    private Sharing standingShare() {
        person(1, visitor(1));
        person(2);
        return new Sharing.Export(share(crm.list("Gold customers", ids(1, 2)), byVisitorId()));
    }

    private IfNewer run(Sharing sharing) {
        return bridge.runIfNewer().run(sharing, call()).get();
    }
}

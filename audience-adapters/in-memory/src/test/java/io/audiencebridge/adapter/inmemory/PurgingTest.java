// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.PurgeReport;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.PurgedThing;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.RetentionPolicy;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bridge forgets, and what it keeps because a live audience needs it (SEMANTICS S6, S14, S15). */
class PurgingTest extends InMemoryScenario {
    @BeforeEach
    void somebody() {
        person(1, visitor(1));
        person(2, visitor(2));
    }

    @Test
    void a_dry_run_is_the_default_and_deletes_nothing() {
        imported(cloud.audience("Other", visitor(1)), byVisitorId());
        later(401);

        PurgeReport report = purge(PurgeRequest.builder());

        assertThat(report.dryRun()).isTrue();
        assertThat(report.counts()).containsExactly(java.util.Map.entry("RUN", 1L));
        assertThat(report.things().get(0).age()).isEqualTo(Duration.ofDays(401));
        assertThat(report.things().get(0).because()).contains("ended 401 days ago");
        assertThat(journal.all().get()).hasSize(1);
    }

    @Test
    void what_was_shared_into_a_live_audience_stays_whatever_its_age() {
        AudienceRef list = crm.list("List", ids(1, 2));
        shared(list, byVisitorId());
        later(4000);

        PurgeReport report = purge(PurgeRequest.builder().dryRun(false));
        var again = bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get();

        assertThat(report.things()).isEmpty();
        assertThat(report.kept()).isEqualTo(2);
        assertThat(counts(again.exported().orElseThrow())).startsWith("read 2 shared 0 already 2 rows 0");
    }

    @Test
    void what_an_audience_forgot_itself_may_go_with_its_run() {
        cloud.forgettingAfter(Duration.ofDays(120));
        shared(crm.list("List", ids(1)), byVisitorId());
        later(401);

        PurgeReport report = purge(PurgeRequest.builder().dryRun(false));

        assertThat(report.things()).extracting(PurgedThing::kind).containsExactly("SHARED_KEYS", "RUN");
        assertThat(report.things().get(0).because()).contains("forgot these members");
        assertThat(journal.all().get()).isEmpty();
    }

    @Test
    void an_audience_that_is_over_goes_and_sharing_it_again_sends_everybody_again() {
        AudienceRef list = crm.list("List", ids(1, 2));
        AudienceRef gold = shared(list, byVisitorId());

        PurgeReport report = purge(PurgeRequest.builder().dryRun(false).addEndedAudiences(gold));
        var again = bridge.shareRecipientList()
                .share(share(list, byVisitorId()), call())
                .get();

        assertThat(report.counts()).containsOnlyKeys("SHARED_KEYS", "RUN");
        assertThat(report.notices()).anyMatch(notice -> notice.contains("everybody is sent again"));
        assertThat(counts(again.exported().orElseThrow())).startsWith("read 2 shared 2 already 0");
    }

    @Test
    void a_run_that_waits_or_is_at_work_is_never_touched() {
        AudienceRef gold = shared(crm.list("List", ids(1)), byVisitorId());
        RunRecord.Builder waiting = RunRecord.builder().from(journal.all().get().head());
        journal.save(waiting.state(RunState.AWAITING_TRAIT).build()).get();
        later(4000);

        PurgeReport report = purge(PurgeRequest.builder().dryRun(false).addEndedAudiences(gold));

        assertThat(report.things()).isEmpty();
    }

    @Test
    void what_a_failed_run_wrote_goes_with_it() {
        shared(crm.list("List", ids(1)), byVisitorId());
        RunRecord.Builder failed = RunRecord.builder().from(journal.all().get().head());
        journal.save(failed.state(RunState.FAILED).build()).get();
        later(401);

        PurgeReport report = purge(PurgeRequest.builder().dryRun(false));

        assertThat(report.counts()).containsOnlyKeys("SHARED_KEYS", "RUN");
        assertThat(ledger.kept().get()).isEmpty();
    }

    @Test
    void people_who_opted_out_are_forgotten_only_when_the_request_says_so() {
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .recipient(new RecipientRef(CRM, RecipientId.of(1)))
                                .build(),
                        call())
                .get();
        later(4000);

        PurgeReport spared = purge(PurgeRequest.builder().dryRun(false));
        PurgeReport dry = purge(PurgeRequest.builder().forgetOptOuts(true));
        boolean still = suppressions.find().get().isDefined();
        PurgeReport forgotten = purge(PurgeRequest.builder().dryRun(false).forgetOptOuts(true));

        assertThat(spared.counts()).doesNotContainKey("OPT_OUTS");
        assertThat(dry.counts()).containsKey("OPT_OUTS");
        assertThat(still).isTrue();
        assertThat(forgotten.notices()).anyMatch(notice -> notice.contains("can be shared again"));
        assertThat(suppressions.find().get().isDefined()).isFalse();
    }

    @Test
    void a_policy_that_would_take_what_is_at_work_is_refused() {
        RetentionPolicy hasty = RetentionPolicy.builder()
                .leftOvers(Duration.ZERO)
                .runs(Duration.ofHours(1))
                .build();

        BridgeError error = bridge.purgeKeptThings()
                .purge(PurgeRequest.builder().policy(hasty).build(), call())
                .getLeft();

        assertThat(error.message()).contains("policy.runs", "PT1H", "policy.leftOvers", "PT0S");
    }

    private PurgeReport purge(PurgeRequest.Builder request) {
        return bridge.purgeKeptThings().purge(request.build(), call()).get();
    }

    private void later(long days) {
        now = now.plus(Duration.ofDays(days));
    }
}

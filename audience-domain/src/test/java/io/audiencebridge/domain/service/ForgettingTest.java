// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.EventState;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stores of a rehearsal: they answer what was written on the stage, and those below stay as they are. */
class ForgettingTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final AudienceRef LIST = new AudienceRef(CRM, "42");

    @Test
    void stores_answer_what_was_written_on_the_stage_and_stay_as_they_are() {
        Stores stores = new Stores();
        Stores.OptedOut optedOut = new Stores.OptedOut();
        LedgerKey page = new LedgerKey(LIST, 14016);
        Membership before = new Membership("1", IdSet.EMPTY);
        stores.memberships.keep(page, before);
        RunRecord record = RunRecord.builder()
                .run(new RunId("preview"))
                .state(RunState.PLANNED)
                .started(Stores.NOW)
                .updated(Stores.NOW)
                .facts(Map.of())
                .build();

        ForgettingJournal journal = new ForgettingJournal(stores.journal);
        assertThat(journal.find(record.run()).get()).isEmpty();
        assertThat(journal.save(record).get()).isEqualTo(record);
        assertThat(journal.find(record.run()).get()).containsExactly(record);
        assertThat(journal.all().get()).isEmpty();
        assertThat(stores.journal.find(record.run()).get()).isEmpty();

        ForgettingMemberships memberships =
                new ForgettingMemberships(stores.infrastructure().build().memberships());
        assertThat(memberships.find(page).get()).containsExactly(before);
        Membership after = new Membership("2", IdSet.EMPTY);
        assertThat(memberships.keep(page, after).get()).isEqualTo(after);
        assertThat(memberships.find(page).get()).containsExactly(after);
        assertThat(stores.memberships.find(page).get()).containsExactly(before);

        AppliedEvents none = new AppliedEvents(HashSet.empty(), EventState.EMPTY);
        AppliedEvents one = new AppliedEvents(HashSet.of("export-1"), EventState.EMPTY);
        stores.eventStates.keep(page, none);
        ForgettingEventStates events =
                new ForgettingEventStates(stores.infrastructure().build().eventStates());
        assertThat(events.find(page).get()).containsExactly(none);
        assertThat(events.keep(page, one).get()).isEqualTo(one);
        assertThat(events.find(page).get()).containsExactly(one);
        assertThat(stores.eventStates.find(page).get()).containsExactly(none);

        ForgettingLedger ledger = new ForgettingLedger(stores.ledger);
        stores.ledger.keep(page, new RunId("run-1"), Rows.fingerprints("a"));
        assertThat(ledger.keep(page, new RunId("preview"), Rows.fingerprints("b"))
                        .get())
                .isEqualTo(new RunId("preview"));
        assertThat(ledger.runs(page).get()).containsExactly(new RunId("run-1"));
        assertThat(ledger.kept(page, new RunId("run-1")).get().size()).isEqualTo(1);
        assertThat(ledger.runs(new LedgerKey(RehearsedAudience.address(CRM), 14016))
                        .get())
                .isEmpty();

        ForgettingSuppressions suppressions = new ForgettingSuppressions(optedOut);
        optedOut.add(new Suppressed("check", Rows.fingerprints("a")));
        assertThat(suppressions
                        .add(new Suppressed("check", Rows.fingerprints("b", "c")))
                        .get())
                .isEqualTo(2);
        assertThat(suppressions.clear().get()).isZero();
        assertThat(suppressions.find().get().get().digests().size()).isEqualTo(1);
        assertThat(optedOut.sizes()).containsExactly(1);
    }

    @Test
    void a_kept_copy_is_read_with_what_changed_laid_over_it_and_is_not_written() {
        Indexes indexes = new Indexes();
        indexes.state = new IndexState.Kept("mark-1", Stores.NOW, Stores.NOW, 1);
        ForgettingIndexes forgetting = new ForgettingIndexes(indexes);
        IndexPage page = new IndexPage(CRM, "visitor");
        IndexStamp stamp = new IndexStamp("mark-2", Stores.NOW);

        assertThat(forgetting.look(page).get()).isEqualTo(indexes.state);
        assertThat(forgetting
                        .refresh(page, stamp, Rows.source(Rows.batch("3:c")), Rows.call())
                        .get())
                .isEqualTo(new IndexState.Kept("mark-2", Stores.NOW, Stores.NOW, 0));
        assertThat(Rows.all(forgetting.read(page, Rows.call()).get())).containsExactly("9:everybody", "3:c");

        assertThat(forgetting
                        .rebuild(page, stamp, Rows.source(Rows.batch("4:d")), Rows.call())
                        .get()
                        .watermark())
                .isEqualTo("mark-2");
        assertThat(Rows.all(forgetting.read(page, Rows.call()).get())).containsExactly("4:d");
        assertThat(forgetting.expire(Stores.NOW).get()).isZero();
        assertThat(forgetting.purge(CRM).get()).isZero();
        assertThat(indexes.done).isEmpty();
        assertThat(indexes.expired).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.SeedRecipient;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys out of files that a workflow extracts, members in files that a workflow loads. */
class BulkByWorkflowsTest {
    private static final String ONE = "00000000000000000000000000000000000001";
    private static final String OTHER = "00000000000000000000000000000000000002";
    private static final FaultMatch START =
            FaultMatch.system("campaign").withSoapAction("xtk:workflow#StartWithParameters");

    @Test
    void an_extract_is_ordered_awaited_and_gives_the_rows_that_reading_gives() {
        try (var works = Works.with(everybody())) {
            for (DataSource source : List.of(Bench.VISITOR, Bench.DECLARED, Bench.declared("email"))) {
                var order = all(source, "run-" + source.id() + source.key().hashCode());
                var extracts = works.ability(KeyExtracts.class);

                var ordered = extracts.extract(order, Works.call()).get().get();
                works.minutePasses();
                var rows = rows(extracts, order);

                assertThat(because(ordered)).contains("'extractRecipientKeys' was started");
                assertThat(rows)
                        .isEqualTo(Bench.rows(works.ability(KeyReader.class).allKeys(source, Works.call())));
            }
        }
    }

    @Test
    void an_extract_of_a_list_has_its_members_alone() {
        try (var works = Works.with(everybody())) {
            var list = works.sandbox.campaignData().addList("Gold", List.of("1", "2"));
            var order = new ExtractOrder(new RunId("run-1"), Optional.of(Bench.list(list)), Bench.DECLARED);
            var extracts = works.ability(KeyExtracts.class);

            extracts.extract(order, Works.call()).get();
            works.minutePasses();

            assertThat(rows(extracts, order)).containsExactly("1:CRM-1", "2:CRM-2!");
        }
    }

    @Test
    void few_recipients_are_read_row_by_row() {
        try (var works = Works.with(everybody())) {
            var list = works.sandbox.campaignData().addList("Gold", List.of("1"));
            var order = new ExtractOrder(new RunId("run-1"), Optional.of(Bench.list(list)), Bench.DECLARED);

            assertThat(works.ability(KeyExtracts.class)
                            .extract(order, Works.call())
                            .get())
                    .isEmpty();
            assertThat(works.bulkFiles()).isEmpty();
            assertThat(works.ability(MemberLoader.class).takes(1)).isFalse();
            assertThat(works.ability(MemberLoader.class).takes(2)).isTrue();
        }
    }

    @Test
    void a_discarded_extract_leaves_no_file_and_may_be_discarded_again() {
        try (var works = Works.with(everybody())) {
            var extracts = works.ability(KeyExtracts.class);
            var order = all(Bench.DECLARED, "run-1");
            extracts.extract(order, Works.call()).get();
            works.minutePasses();

            assertThat(works.bulkFiles()).containsExactly("keys-run-1.csv.gz", "keys-run-1.csv.gz.ordered");
            assertThat(extracts.discard(order, Works.call()).get()).isTrue();
            assertThat(extracts.discard(order, Works.call()).get()).isFalse();
            assertThat(works.bulkFiles()).isEmpty();
        }
    }

    @Test
    void a_list_that_is_gone_and_a_field_that_can_be_none_are_told_at_once() {
        try (var works = Works.with(everybody())) {
            var extracts = works.ability(KeyExtracts.class);
            var gone = new ExtractOrder(new RunId("run-1"), Optional.of(Bench.list("4711")), Bench.DECLARED);

            assertThat(extracts.extract(gone, Works.call()).getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(extracts.extract(all(Bench.declared("a b"), "run-2"), Works.call())
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }

    @Test
    void a_failed_extraction_is_told_and_the_next_attempt_begins_anew() {
        try (var works = Works.with(everybody())) {
            var extracts = works.ability(KeyExtracts.class);
            var wrong = all(Bench.declared("noSuchColumn"), "run-1");
            extracts.extract(wrong, Works.call()).get();
            works.minutePasses();

            var failed = extracts.extract(wrong, Works.call()).getLeft();
            var right = all(Bench.DECLARED, "run-1");
            var stopped = extracts.extract(right, Works.call()).get().get();
            works.minutePasses();
            var started = extracts.extract(right, Works.call()).get().get();
            works.minutePasses();

            assertThat(failed).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(failed.message())
                    .contains("'extractRecipientKeys' stopped on an error", "keys-run-1.csv.gz", "resume the run");
            assertThat(because(stopped)).contains("was stopped, to begin anew");
            assertThat(because(started)).contains("was started for it");
            assertThat(rows(extracts, right)).contains("1:CRM-1");
        }
    }

    @Test
    void a_paused_workflow_is_told() {
        try (var works = Works.with(everybody())) {
            works.ability(CampaignWorkflows.class)
                    .start("extractRecipientKeys", CallOptions.standard())
                    .get();
            works.sandbox.clock().advance(Duration.ofSeconds(10));
            works.ability(CampaignWorkflows.class)
                    .pause("extractRecipientKeys", CallOptions.standard())
                    .get();
            works.sandbox.clock().advance(Duration.ofSeconds(10));

            var error = works.ability(KeyExtracts.class)
                    .extract(all(Bench.DECLARED, "run-1"), Works.call())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(error.message()).contains("'extractRecipientKeys' is paused; start it in Campaign");
        }
    }

    @Test
    void a_start_whose_answer_was_lost_is_not_repeated_and_its_file_is_found() {
        try (var works = Works.with(everybody())) {
            var extracts = works.ability(KeyExtracts.class);
            var order = all(Bench.DECLARED, "run-1");
            works.sandbox.faults(FaultRule.once(START, new FaultEffect.ResetAfter()));

            var ordered = extracts.extract(order, Works.call()).get().get();
            works.minutePasses();

            assertThat(because(ordered)).contains("may not have heard of it");
            assertThat(rows(extracts, order)).hasSize(4);
        }
    }

    @Test
    void a_start_that_never_arrived_is_made_up_for() {
        try (var works = Works.with(everybody())) {
            var extracts = works.ability(KeyExtracts.class);
            var order = all(Bench.DECLARED, "run-1");
            works.sandbox.faults(FaultRule.once(START, new FaultEffect.ResetBefore()));

            extracts.extract(order, Works.call()).get();
            works.minutePasses();
            var waits = extracts.extract(order, Works.call()).get().get();
            works.sandbox.clock().advance(Duration.ofMinutes(10));
            var again = extracts.extract(order, Works.call()).get().get();
            works.minutePasses();

            assertThat(because(waits)).contains("has not begun with it yet");
            assertThat(because(again)).contains("was started for it");
            assertThat(rows(extracts, order)).hasSize(4);
        }
    }

    @Test
    void two_files_of_one_workflow_come_one_after_the_other() {
        try (var works = Works.with(everybody())) {
            var extracts = works.ability(KeyExtracts.class);
            var one = all(Bench.DECLARED, "run-1");
            var other = all(Bench.VISITOR, "run-2");
            extracts.extract(one, Works.call()).get();
            works.sandbox.clock().advance(Duration.ofSeconds(10));

            var queued = extracts.extract(other, Works.call()).get().get();
            works.minutePasses();
            extracts.extract(other, Works.call()).get();
            works.minutePasses();

            assertThat(because(queued)).contains("is at work on another file first");
            assertThat(rows(extracts, one)).contains("1:CRM-1");
            assertThat(rows(extracts, other)).contains("1:" + ONE);
        }
    }

    @Test
    void a_difference_goes_as_one_file_and_is_in_effect_once_the_workflow_loaded_it() {
        try (var works = Works.with(everybody())) {
            var list = works.sandbox.campaignData().addList("Gold", List.of("1", "2"));
            var loader = works.ability(MemberLoader.class);
            var order = new LoadOrder(new RunId("run-1"), Bench.list(list));

            var before = loader.look(order, Works.call()).get();
            var summary = load(loader, order, List.of("3", "4"), List.of("1")).get();
            var pending = loader.look(order, Works.call()).get();
            works.minutePasses();
            var loaded = loader.look(order, Works.call()).get();

            assertThat(before).isEqualTo(new LoadState.NotBegun());
            assertThat(summary.rows()).isEqualTo(3);
            assertThat(summary.files()).containsExactly("members-run-1.csv.gz");
            assertThat(pending).isInstanceOf(LoadState.Pending.class);
            assertThat(loaded).isEqualTo(new LoadState.Loaded());
            assertThat(works.members(list)).containsExactly("2", "3", "4");
            assertThat(loader.discard(order, Works.call()).get()).isTrue();
            assertThat(works.bulkFiles()).isEmpty();
        }
    }

    @Test
    void a_load_never_takes_out_whoever_stays() {
        try (var works = Works.with(everybody())) {
            var list = works.sandbox.campaignData().addList("Gold", List.of("1", "2"));
            var watch = works.sandbox.campaignData().watchMembers(list, List.of("2"));
            var order = new LoadOrder(new RunId("run-1"), Bench.list(list));

            load(works.ability(MemberLoader.class), order, List.of("3"), List.of("1"))
                    .get();
            works.minutePasses();

            assertThat(works.members(list)).containsExactly("2", "3");
            assertThat(watch.fewestPresent()).isEqualTo(1);
        }
    }

    @Test
    void rows_that_could_not_be_placed_are_an_error_and_the_next_attempt_begins_anew() {
        try (var works = Works.with(everybody())) {
            var list = works.sandbox.campaignData().addList("Gold", List.of());
            var loader = works.ability(MemberLoader.class);
            var order = new LoadOrder(new RunId("run-1"), Bench.list(list));
            load(loader, order, List.of("1", "4711"), List.of()).get();
            works.minutePasses();

            var error = loader.look(order, Works.call()).getLeft();
            var again = loader.look(order, Works.call()).get();
            load(loader, order, List.of("2"), List.of()).get();
            works.minutePasses();

            assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(error.message())
                    .contains("rejected 1 rows of file members-run-1.csv.gz")
                    .doesNotContain("4711");
            assertThat(again).isEqualTo(new LoadState.NotBegun());
            assertThat(loader.look(order, Works.call()).get()).isEqualTo(new LoadState.Loaded());
            assertThat(works.members(list)).containsExactly("1", "2");
        }
    }

    @Test
    void a_failed_load_is_told() {
        try (var works = Works.with(everybody())) {
            var list = works.sandbox.campaignData().addList("Gold", List.of());
            var loader = works.ability(MemberLoader.class);
            var order = new LoadOrder(new RunId("run-1"), Bench.list(list));
            load(loader, order, List.of("1", "2"), List.of()).get();
            works.bucket.delete("members-run-1.csv.gz", Works.call());
            works.minutePasses();

            var error = loader.look(order, Works.call()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(error.message()).contains("'loadMemberships' stopped on an error", "members-run-1.csv.gz");
        }
    }

    @Test
    void a_load_that_was_given_up_leaves_no_file() {
        try (var works = Works.with(everybody())) {
            var list = works.sandbox.campaignData().addList("Gold", List.of());
            var loader = works.ability(MemberLoader.class);
            var order = new LoadOrder(new RunId("run-1"), Bench.list(list));

            loader.open(order, Works.call()).get().abort();

            assertThat(works.bulkFiles()).isEmpty();
            assertThat(loader.look(order, Works.call()).get()).isEqualTo(new LoadState.NotBegun());
        }
    }

    private static SeedRecipient[] everybody() {
        return new SeedRecipient[] {
            person("1", ONE, OTHER),
            new SeedRecipient("2", "two@example.com", "CRM-2", List.of("old-cookie"), true),
            new SeedRecipient("3", "\"three, zoë\"@example.com", "", List.of(), false),
            person("4", OTHER, "old-cookie")
        };
    }

    private static ExtractOrder all(DataSource source, String run) {
        return new ExtractOrder(new RunId(run), Optional.empty(), source);
    }

    private static List<String> rows(KeyExtracts extracts, ExtractOrder order) {
        KeyFeed feed = extracts.extract(order, Works.call()).get().get();
        return Bench.rows(Either.right(((KeyFeed.Ready) feed).keys()));
    }

    private static String because(KeyFeed feed) {
        return ((KeyFeed.NotYet) feed).waiting().because();
    }

    private static Either<BridgeError, WriteSummary> load(
            MemberLoader loader, LoadOrder order, List<String> entering, List<String> leaving) {
        return loader.open(order, Works.call())
                .flatMap(sink -> sink.accept(batch(entering, (byte) 0))
                        .flatMap(sent -> sink.accept(batch(leaving, TextKeys.LEAVING)))
                        .flatMap(sent -> sink.finish()));
    }

    private static TextKeys batch(List<String> recipients, byte marks) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String id : recipients) {
            RecipientId recipient = RecipientId.parse(id).get();
            rows.recipient(recipient.high(), recipient.low()).keyless(marks);
        }
        return rows.build();
    }
}

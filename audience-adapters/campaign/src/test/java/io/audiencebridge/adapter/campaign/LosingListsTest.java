// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.sandbox.SandboxCampaignRules;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and recipients that are deleted while they are worked with. */
class LosingListsTest {
    @Test
    void a_list_that_goes_before_members_enter_is_not_found() {
        try (var bench = Bench.ofMany(20)) {
            var list = bench.addList("Gold", 1, 2, 3);

            var outcome =
                    lists(bench).replace(list, Recipients.of(1, 2, 3, 4), deleting(bench, list, "reading members"));

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(outcome.getLeft().message()).contains(list, "'Gold'", "was deleted while it was");
        }
    }

    @Test
    void a_list_that_goes_before_members_leave_is_not_found() {
        try (var bench = Bench.ofMany(20, settings -> settings.writeBatchSize(1))) {
            var list = bench.addList("Gold", 1, 2, 3);

            var outcome = lists(bench).remove(list, Recipients.of(1, 2, 3), deleting(bench, list, "removing members"));

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void a_list_that_goes_while_it_is_read_does_not_pass_for_whole() {
        try (var bench = Bench.ofMany(20, settings -> settings.pageSize(2))) {
            var list = bench.addList("Gold", LongStream.rangeClosed(1, 10).toArray());
            var members = lists(bench).members(list, CallOptions.standard()).get();
            var keys = bench.ability(KeyReader.class)
                    .keysOf(Bench.list(list), Bench.DECLARED, Bench.call())
                    .get();

            bench.sandbox.campaignData().deleteList(list);

            assertThat(drained(members).getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(drained(keys).getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recipients_who_go_are_counted_whether_or_not_collections_are_written_whole(boolean whole) {
        try (var bench = Bench.ofMany(100, settings -> settings.writeBatchSize(20))) {
            var data = bench.sandbox.campaignData();
            var rules = SandboxCampaignRules.standard();
            data.rules(new SandboxCampaignRules(rules.strictPaging(), whole, rules.defaultLineCount()));
            var list = bench.addList("Gold");
            List.of("7", "33", "34", "99").forEach(data::deleteRecipient);

            var report = lists(bench)
                    .add(list, Recipients.of(LongStream.rangeClosed(1, 100).toArray()), CallOptions.standard());

            assertThat(report.get().entered()).isEqualTo(96);
            assertThat(report.get().missing()).isEqualTo(4);
            assertThat(bench.memberIds(list)).hasSize(96);
        }
    }

    @Test
    void a_call_without_time_ends_as_such() {
        try (var bench = Bench.of(person("1"))) {
            var list = bench.addList("Gold", 1);

            var outcome = lists(bench).add(list, Recipients.of(1), CallOptions.within(Duration.ZERO));

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
        }
    }

    /** Options whose progress deletes the list at the first sign of a step. */
    private static CallOptions deleting(Bench bench, String list, String when) {
        var data = bench.sandbox.campaignData();
        return CallOptions.builder()
                .progress((step, done, total) -> {
                    boolean there =
                            data.lists().stream().anyMatch(one -> one.id().equals(list));
                    if (step.equals(when) && there) {
                        data.deleteList(list);
                    }
                })
                .build();
    }

    private static Either<BridgeError, Integer> drained(KeySource source) {
        try (source) {
            int rows = 0;
            while (true) {
                var batch = source.next();
                if (batch.isLeft() || batch.get().isEmpty()) {
                    return batch.isLeft() ? Either.left(batch.getLeft()) : Either.right(rows);
                }
                rows += batch.get().get().size();
            }
        }
    }

    private static CampaignLists lists(Bench bench) {
        return bench.ability(CampaignLists.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.MembershipReport;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A list replaced by the difference. */
class ReplacingMembersTest {
    private static final CallOptions STANDARD = CallOptions.standard();

    @Test
    void who_is_new_enters_who_is_not_named_leaves_and_everybody_is_counted() {
        try (var bench = Bench.ofMany(10)) {
            var list = bench.addList("Gold", 1, 2, 3, 4);

            var report = lists(bench).replace(list, Recipients.of(3, 4, 5), STANDARD);

            assertThat(report.get())
                    .isEqualTo(MembershipReport.builder()
                            .kept(2)
                            .entered(1)
                            .left(2)
                            .build());
            assertThat(bench.memberIds(list)).containsExactly("3", "4", "5");
        }
    }

    @Test
    void calls_are_proportional_to_the_difference_and_to_the_pages() {
        try (var bench = Bench.ofMany(3000, settings -> settings.pageSize(500).writeBatchSize(10))) {
            var list = bench.addList("Gold", LongStream.rangeClosed(1, 2000).toArray());

            var report = lists(bench)
                    .replace(
                            list, Recipients.of(LongStream.rangeClosed(21, 2035).toArray()), STANDARD);

            assertThat(report.get().kept()).isEqualTo(1980);
            assertThat(bench.calls("WriteCollection")).isEqualTo(4);
            assertThat(bench.calls("DeleteCollection")).isEqualTo(2);
            // find the list, four pages and an empty one, and after each step the look whether the list is still there
            assertThat(bench.calls("ExecuteQuery")).isEqualTo(1 + 5 + 3);
        }
    }

    @Test
    void the_same_members_cost_no_write() {
        try (var bench = Bench.ofMany(10)) {
            var list = bench.addList("Gold", 1, 2, 3);

            var report = lists(bench).replace(list, Recipients.of(3, 2, 1, 3), STANDARD);

            assertThat(report.get())
                    .isEqualTo(MembershipReport.builder().kept(3).build());
            assertThat(bench.calls("WriteCollection") + bench.calls("DeleteCollection"))
                    .isZero();
        }
    }

    @Test
    void negative_ids_are_recipients_like_others() {
        try (var bench = Bench.of(Bench.person("-2147483648"), Bench.person("-7"), Bench.person("7"))) {
            var list = bench.addList("Gold", -7, 7);

            var report = lists(bench).replace(list, Recipients.of(7, -2147483648L), STANDARD);

            assertThat(report.get())
                    .isEqualTo(MembershipReport.builder()
                            .kept(1)
                            .entered(1)
                            .left(1)
                            .build());
            assertThat(bench.memberIds(list)).containsExactly("-2147483648", "7");
        }
    }

    @Test
    void uuids_are_recipients_like_others_whatever_their_order() {
        var one = "0e37df36-f698-11e6-8dd4-cb9ced3df976";
        var two = "f47ac10b-58cc-4372-a567-0e02b2c3d479";
        var three = "7d444840-9dc0-11d1-b245-5ffdce74fad2";
        try (var bench = Bench.of(Bench.person(one), Bench.person(two), Bench.person(three))) {
            var list = bench.sandbox.campaignData().addList("Gold", List.of(one, three));
            var wanted =
                    List.of(RecipientId.parse(two).get(), RecipientId.parse(one).get());

            var report = lists(bench).replace(list, Recipients.of(wanted), STANDARD);

            assertThat(report.get())
                    .isEqualTo(MembershipReport.builder()
                            .kept(1)
                            .entered(1)
                            .left(1)
                            .build());
            assertThat(bench.memberIds(list)).containsExactlyInAnyOrder(one, two);
        }
    }

    @Test
    void a_list_can_be_filled_from_another() {
        try (var bench = Bench.ofMany(10)) {
            var source = bench.addList("Gold", 1, 2, 3);
            var target = bench.addList("Silver", 3, 4);
            var lists = lists(bench);

            var report = lists.members(source, STANDARD).flatMap(members -> lists.replace(target, members, STANDARD));

            assertThat(report.get().entered()).isEqualTo(2);
            assertThat(bench.memberIds(target)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void nobody_is_no_replacement_but_a_list_can_be_emptied() {
        try (var bench = Bench.ofMany(10)) {
            var list = bench.addList("Gold", 1, 2, 3);

            var refused = lists(bench).replace(list, Recipients.of(), STANDARD);
            var left = bench.memberIds(list);
            var emptied = lists(bench).empty(list, STANDARD);

            assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(refused.getLeft().message()).contains(list, "empty()");
            assertThat(left).hasSize(3);
            assertThat(emptied.get())
                    .isEqualTo(MembershipReport.builder().left(3).build());
            assertThat(bench.memberIds(list)).isEmpty();
        }
    }

    @Test
    void members_that_break_off_change_nothing_and_are_closed() {
        try (var bench = Bench.ofMany(10)) {
            var list = bench.addList("Gold", 1, 2, 3);
            var broken = new Broken();

            var outcome = lists(bench).replace(list, broken, STANDARD);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
            assertThat(broken.closed).isTrue();
            assertThat(bench.memberIds(list)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void members_without_a_list_are_closed_too() {
        try (var bench = Bench.ofMany(1)) {
            var unread = new Broken();

            assertThat(lists(bench).replace("4711", unread, STANDARD).getLeft())
                    .isInstanceOf(BridgeError.NotFound.class);
            assertThat(unread.closed).isTrue();
        }
    }

    @Test
    void a_row_that_names_no_recipient_is_refused_before_anything_is_written() {
        try (var bench = Bench.ofMany(10)) {
            var list = bench.addList("Gold", 1);

            var outcome = lists(bench).replace(list, Recipients.of(2, 0), STANDARD);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.memberIds(list)).containsExactly("1");
        }
    }

    @Test
    void who_is_gone_from_campaign_is_counted_and_keeps_nobody_out() {
        try (var bench = Bench.ofMany(500)) {
            var list = bench.addList("Gold", 1, 2);
            var wanted = IntStream.rangeClosed(2, 500).mapToObj(RecipientId::of);
            var gone = List.of(RecipientId.of(77_001), RecipientId.of(77_002), RecipientId.of(77_003));
            var all = new ArrayList<>(wanted.toList());
            all.addAll(gone);

            var report = lists(bench).replace(list, Recipients.of(all), STANDARD);

            assertThat(report.get())
                    .isEqualTo(MembershipReport.builder()
                            .kept(1)
                            .entered(498)
                            .left(1)
                            .missing(3)
                            .build());
            assertThat(bench.memberIds(list)).hasSize(499).doesNotContain("1");
        }
    }

    @Test
    void progress_is_told_step_by_step() {
        try (var bench = Bench.ofMany(100, settings -> settings.writeBatchSize(10))) {
            var list = bench.addList("Gold", LongStream.rangeClosed(1, 30).toArray());
            Set<String> told = new TreeSet<>();
            var options = CallOptions.builder()
                    .progress((step, done, total) -> told.add(step + " " + done + "/" + total))
                    .build();

            lists(bench)
                    .replace(list, Recipients.of(LongStream.rangeClosed(16, 40).toArray()), options)
                    .get();

            assertThat(told)
                    .containsExactly(
                            "adding members 10/10",
                            "reading members 30/-1",
                            "removing members 10/15",
                            "removing members 15/15",
                            "taking members 25/-1");
        }
    }

    private static CampaignLists lists(Bench bench) {
        return bench.ability(CampaignLists.class);
    }

    /** Gives one recipient, then breaks. */
    private static final class Broken implements KeySource {
        private boolean begun;
        private boolean closed;

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            if (begun) {
                return Either.left(BridgeError.LocalFailure.of("The file of members broke off"));
            }
            begun = true;
            var rows = new TextKeysBuilder();
            rows.recipient(0, 9).keyless((byte) 0);
            return Either.right(Option.of(rows.build()));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

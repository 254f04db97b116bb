// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.SandboxList;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists found, created and changed. */
class WritingListsTest {
    private static final Instant STAMP = Instant.parse("2026-11-24T12:00:00Z");
    private static final FaultMatch CAMPAIGN = FaultMatch.system("campaign");

    @Test
    void a_list_is_created_once_and_found_the_next_time() {
        try (var bench = Bench.of(person("1"))) {
            var first = prepared(bench, "Gold & \"good\" o'ne").get();
            var second = prepared(bench, "Gold & \"good\" o'ne").get();

            assertThat(second).isEqualTo(first);
            assertThat(labels(bench)).containsExactly("All recipients", "Gold & \"good\" o'ne");
            assertThat(list(bench, first.audience()).name()).isNotBlank();
        }
    }

    @Test
    void a_label_of_several_lists_is_a_conflict_that_names_them() {
        try (var bench = Bench.of(person("1"))) {
            var one = bench.sandbox.campaignData().addList("Gold", List.of());
            var other = bench.sandbox.campaignData().addList("Gold", List.of());

            var outcome = prepared(bench, "Gold");

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Conflict.class);
            assertThat(outcome.getLeft().message()).contains("'Gold'", one + ", " + other, "rename all but one");
        }
    }

    @Test
    void a_creation_whose_answer_was_lost_is_found_again() {
        try (var bench = Bench.of(person("1"))) {
            bench.sandbox.faults(
                    FaultRule.once(CAMPAIGN.withSoapAction("xtk:persist#Write"), new FaultEffect.ResetAfter()));

            var outcome = prepared(bench, "Gold");

            assertThat(outcome.get().audience().id())
                    .isEqualTo(bench.sandbox.campaignData().lists().get(1).id());
            assertThat(labels(bench)).containsExactly("All recipients", "Gold");
        }
    }

    @Test
    void a_creation_that_never_arrives_is_unknown_and_names_the_id_to_look_for() {
        try (var bench = Bench.of(List.of(person("1")), Bench::impatient)) {
            bench.sandbox.faults(new FaultRule(
                    CAMPAIGN.withSoapAction("xtk:persist#Write"), 0, FaultRule.ALWAYS, new FaultEffect.ResetBefore()));

            var outcome = prepared(bench, "Gold");
            bench.sandbox.clearFaults();
            prepared(bench, "Gold");

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.OutcomeUnknown.class);
            assertThat(outcome.getLeft().message()).contains("'Gold'", "look for the list with the id 20");
            assertThat(labels(bench)).containsExactly("All recipients", "Gold");
        }
    }

    @Test
    void members_enter_and_leave_and_a_repeat_changes_nothing() {
        try (var bench = Bench.of(person("-5"), person("1"), person("2"), person("3"))) {
            var list = Bench.list(bench.sandbox.campaignData().addList("Gold", List.of("1")));

            for (int repeat = 0; repeat < 2; repeat++) {
                assertThat(write(bench, list, Change.ADD, -5, 1, 2).get().rows())
                        .isEqualTo(3);
                assertThat(list(bench, list).memberIds()).containsExactly("-5", "1", "2");
            }
            for (int repeat = 0; repeat < 2; repeat++) {
                assertThat(write(bench, list, Change.REMOVE, -5, 1, 3).get().rows())
                        .isEqualTo(3);
                assertThat(list(bench, list).memberIds()).containsExactly("2");
            }
            assertThat(bench.members(list)).containsExactly("2:-");
        }
    }

    @Test
    void recipients_with_uuids_enter_and_leave() {
        var one = "0e37df36-f698-11e6-8dd4-cb9ced3df976";
        var two = "f47ac10b-58cc-4372-a567-0e02b2c3d479";
        try (var bench = Bench.of(person(one), person(two))) {
            var list = Bench.list(bench.sandbox.campaignData().addList("Gold", List.of()));

            write(
                    bench,
                    list,
                    Change.ADD,
                    RecipientId.parse(one).get(),
                    RecipientId.parse(two).get());
            write(bench, list, Change.REMOVE, RecipientId.parse(one).get());

            assertThat(bench.members(list)).containsExactly(two + ":-");
        }
    }

    @Test
    void calls_are_proportional_to_the_difference() {
        try (var bench = Bench.ofMany(1000)) {
            var list = Bench.list(bench.sandbox.campaignData().addList("Gold", List.of()));

            write(bench, list, Change.ADD, IntStream.rangeClosed(1, 450).toArray());
            write(bench, list, Change.REMOVE, IntStream.rangeClosed(1, 201).toArray());

            assertThat(bench.calls("WriteCollection")).isEqualTo(3);
            assertThat(bench.calls("DeleteCollection")).isEqualTo(2);
            assertThat(list(bench, list).memberIds()).hasSize(249);
        }
    }

    @Test
    void a_lost_answer_is_repeated_since_a_repeat_changes_nothing() {
        try (var bench = Bench.ofMany(10)) {
            var list = Bench.list(bench.sandbox.campaignData().addList("Gold", List.of("9")));
            bench.sandbox.faults(
                    FaultRule.once(
                            CAMPAIGN.withSoapAction("xtk:persist#WriteCollection"), new FaultEffect.ResetAfter()),
                    FaultRule.once(
                            CAMPAIGN.withSoapAction("xtk:persist#DeleteCollection"), new FaultEffect.ResetAfter()));

            var added = write(bench, list, Change.ADD, 1, 2, 3);
            var removed = write(bench, list, Change.REMOVE, 2, 9);

            assertThat(added.get().rows()).isEqualTo(3);
            assertThat(removed.get().rows()).isEqualTo(2);
            assertThat(list(bench, list).memberIds()).containsExactly("1", "3");
        }
    }

    @Test
    void a_fault_in_the_middle_leaves_a_state_from_which_the_repeat_ends_right() {
        try (var bench = Bench.ofMany(1000)) {
            var list = Bench.list(bench.sandbox.campaignData().addList("Gold", List.of()));
            bench.sandbox.faults(new FaultRule(
                    CAMPAIGN.withSoapAction("xtk:persist#WriteCollection"),
                    2,
                    FaultRule.ALWAYS,
                    new FaultEffect.Status(500, FAULT, Map.of("Content-Type", "text/xml"))));
            var all = IntStream.rangeClosed(1, 1000).toArray();

            var broken = write(bench, list, Change.ADD, all);
            bench.sandbox.clearFaults();
            var between = list(bench, list).memberIds().size();
            var repeated = write(bench, list, Change.ADD, all);

            assertThat(broken.getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(between).isEqualTo(400);
            assertThat(repeated.get().rows()).isEqualTo(1000);
            assertThat(list(bench, list).memberIds()).hasSize(1000);
        }
    }

    @Test
    void a_session_that_ends_between_two_calls_is_renewed() {
        try (var bench = Bench.ofMany(10)) {
            var list = Bench.list(bench.sandbox.campaignData().addList("Gold", List.of()));
            write(bench, list, Change.ADD, 1);

            bench.sandbox.clock().advance(Duration.ofDays(2));
            var outcome = write(bench, list, Change.ADD, 2);

            assertThat(outcome.get().rows()).isEqualTo(1);
            assertThat(bench.calls("Logon")).isEqualTo(2);
        }
    }

    @Test
    void a_recipient_who_was_deleted_meanwhile_is_a_conflict_and_keeps_nobody_else_out() {
        try (var bench = Bench.of(person("1"))) {
            var list = Bench.list(bench.sandbox.campaignData().addList("Gold", List.of()));

            var outcome = write(bench, list, Change.ADD, 1, 99);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Conflict.class);
            assertThat(outcome.getLeft().message()).contains("1 of 2 recipients", "Run it again");
            assertThat(list(bench, list).memberIds()).containsExactly("1");
        }
    }

    @Test
    void a_list_that_is_gone_cannot_be_written() {
        try (var bench = Bench.of(person("1"))) {
            assertThat(write(bench, Bench.list("4711"), Change.ADD, 1).getLeft())
                    .isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void a_writer_without_files_takes_the_stamp_that_is_wanted() {
        try (var bench = Bench.of(person("1"))) {
            assertThat(bench.ability(MemberWriter.class)
                            .freeStamp(order("Gold"), STAMP, Bench.call())
                            .get())
                    .isEqualTo(STAMP);
        }
    }

    private static final String FAULT =
            "<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body><SOAP-ENV:Fault>"
                    + "<faultcode>SOAP-ENV:Server</faultcode><faultstring>SOP-330011 Error while executing the method</faultstring>"
                    + "<detail>PGS-220000 out of disk</detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";

    private static AudienceOrder order(String label) {
        return new AudienceOrder(Bench.CAMPAIGN, label, Bench.VISITOR);
    }

    private static Either<BridgeError, PreparedAudience> prepared(Bench bench, String label) {
        return bench.ability(MemberWriter.class).prepare(order(label), Bench.call());
    }

    private static Either<BridgeError, WriteSummary> write(Bench bench, AudienceRef list, Change change, int... ids) {
        return write(
                bench, list, change, IntStream.of(ids).mapToObj(RecipientId::of).toArray(RecipientId[]::new));
    }

    private static Either<BridgeError, WriteSummary> write(
            Bench bench, AudienceRef list, Change change, RecipientId... recipients) {
        var rows = new TextKeysBuilder();
        Stream.of(recipients).forEach(id -> rows.recipient(id.high(), id.low()).keyless((byte) 0));
        var order = WriteOrder.builder()
                .audience(list)
                .dataSource(Bench.VISITOR)
                .change(change)
                .stamp(STAMP)
                .build();
        return bench.ability(MemberWriter.class)
                .open(order, Bench.call())
                .flatMap(sink -> sink.accept(rows.build()).flatMap(taken -> sink.finish()));
    }

    private static List<String> labels(Bench bench) {
        return bench.sandbox.campaignData().lists().stream()
                .map(SandboxList::label)
                .toList();
    }

    private static SandboxList list(Bench bench, AudienceRef ref) {
        return bench.sandbox.campaignData().lists().stream()
                .filter(list -> list.id().equals(ref.id()))
                .findFirst()
                .orElseThrow();
    }
}

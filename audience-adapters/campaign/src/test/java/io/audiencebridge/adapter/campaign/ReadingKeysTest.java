// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static io.audiencebridge.adapter.campaign.Bench.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.sandbox.SeedRecipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recipients and their keys, page by page, from the sandbox's Campaign. */
class ReadingKeysTest {
    private static final String ONE = "1".repeat(38);
    private static final String TWO = "2".repeat(38);
    private static final String COOKIE = "uuid230-65f3a9";

    @Test
    void everybody_is_read_also_those_without_a_key_and_those_with_a_negative_id() {
        try (var bench = Bench.of(person("-2147483648", ONE), person("7"), person("9007199254740993", TWO))) {
            assertThat(rows(bench.ability(KeyReader.class).allKeys(Bench.VISITOR, Bench.call())))
                    .containsExactly("-2147483648:" + ONE, "7:-", "9007199254740993:" + TWO);
        }
    }

    @Test
    void several_visitor_ids_of_one_recipient_come_together_each_once() {
        try (var bench = Bench.of(person("1", TWO, ONE, TWO), person("2", TWO))) {
            assertThat(rows(bench.ability(KeyReader.class).allKeys(Bench.VISITOR, Bench.call())))
                    .containsExactly("1:" + TWO, "1:" + ONE, "2:" + TWO);
        }
    }

    @Test
    void old_cookie_values_count_only_where_nothing_else_is_there_as_SEMANTICS_S10_says() {
        try (var bench = Bench.of(person("1", COOKIE, ONE), person("2", COOKIE, "other"), person("3", COOKIE))) {
            assertThat(rows(bench.ability(KeyReader.class).allKeys(Bench.VISITOR, Bench.call())))
                    .containsExactly("1:" + ONE, "2:" + COOKIE, "3:" + COOKIE);
        }
    }

    @Test
    void no_visitor_id_is_lost_or_doubled_wherever_a_page_ends() {
        var people = new ArrayList<SeedRecipient>();
        var expected = new ArrayList<String>();
        for (int id = 1; id <= 12; id++) {
            var ids = new ArrayList<String>();
            for (int which = 0; which < id % 5; which++) {
                ids.add(String.format("%038d", id * 10 + which));
                expected.add(id + ":" + ids.get(which));
            }
            if (ids.isEmpty()) {
                expected.add(id + ":-");
            }
            people.add(person(Integer.toString(id), ids.toArray(String[]::new)));
        }
        for (int pageSize = 1; pageSize <= 9; pageSize++) {
            int size = pageSize;
            try (var bench = Bench.of(people, settings -> settings.pageSize(size))) {
                assertThat(rows(bench.ability(KeyReader.class).allKeys(Bench.VISITOR, Bench.call())))
                        .as("pages of %s", pageSize)
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void many_visitor_ids_of_one_recipient_come_in_their_order_each_once() {
        var ids = IntStream.range(0, 1000)
                .mapToObj(id -> String.format("%038d", id * 7919L))
                .toList();
        var twice = new ArrayList<>(ids);
        twice.addAll(ids);
        try (var bench =
                Bench.of(person("1", twice.toArray(String[]::new)), person("2", "\u00E9", "\u00E8", "\u00E9"))) {
            var expected = new ArrayList<>(ids.stream().map(id -> "1:" + id).toList());
            expected.add("2:\u00E9");

            assertThat(rows(bench.ability(KeyReader.class).allKeys(Bench.VISITOR, Bench.call())))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void recipients_that_are_deleted_meanwhile_cost_nobody_else_a_key() {
        var people = IntStream.rangeClosed(1, 20_000)
                .mapToObj(id -> person(Integer.toString(id), String.format("%038d", id)))
                .toList();
        try (var bench = Bench.of(people, settings -> settings.pageSize(500));
                var source = bench.ability(KeyReader.class)
                        .allKeys(Bench.VISITOR, Bench.call())
                        .get()) {
            var first = ids(source.next().get().get());
            int last = first.get(first.size() - 1);
            for (int gone = last - 700; gone <= last + 1500; gone++) {
                bench.sandbox.campaignData().deleteRecipient(Integer.toString(gone));
            }

            var all = new ArrayList<>(first);
            for (var batch = source.next().get();
                    batch.isDefined();
                    batch = source.next().get()) {
                all.addAll(ids(batch.get()));
            }
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .containsAll(
                            IntStream.rangeClosed(last + 1501, 20_000).boxed().toList());
            assertThat(first).hasSize(last).startsWith(1);
        }
    }

    @Test
    void pages_follow_the_last_id_and_never_an_offset() {
        var people = IntStream.rangeClosed(1, 10)
                .mapToObj(id -> person(Integer.toString(id)))
                .toList();
        try (var bench = Bench.of(people, settings -> settings.pageSize(4))) {
            rows(bench.ability(KeyReader.class).allKeys(Bench.DECLARED, Bench.call()));

            var bodies = bench.sandbox.exchanges().stream()
                    .map(exchange -> exchange.request().content().head())
                    .filter(body -> body.contains("nms:recipient"))
                    .toList();
            assertThat(bodies).hasSize(4).noneMatch(body -> body.contains("startLine"));
            assertThat(bodies.get(0)).doesNotContain("@id >");
            assertThat(bodies.get(1)).contains("@id > 4");
            assertThat(bodies.get(2)).contains("@id > 8");
            assertThat(bodies.get(3)).contains("@id > 10");
        }
    }

    @Test
    void a_declared_field_is_read_as_it_stands_in_utf_8() {
        var people = List.of(
                new SeedRecipient("1", "zoë@example.com", " Ä<&>\"'😀", List.of(), false),
                new SeedRecipient("2", "", "", List.of(), false));
        try (var bench = Bench.of(people, settings -> settings)) {
            var reader = bench.ability(KeyReader.class);

            assertThat(rows(reader.allKeys(Bench.DECLARED, Bench.call()))).containsExactly("1: Ä<&>\"'😀", "2:-");
            assertThat(rows(reader.allKeys(Bench.declared("@email"), Bench.call())))
                    .containsExactly("1:zoë@example.com", "2:-");
        }
    }

    @Test
    void only_the_lists_own_recipients_are_read() {
        try (var bench = Bench.of(person("1", ONE), person("2"), person("3", TWO))) {
            var list = bench.sandbox.campaignData().addList("Gold", List.of("2", "3"));
            var reader = bench.ability(KeyReader.class);

            assertThat(rows(reader.keysOf(Bench.list(list), Bench.VISITOR, Bench.call())))
                    .containsExactly("2:-", "3:" + TWO);
            assertThat(rows(reader.keysOf(Bench.list(list), Bench.DECLARED, Bench.call())))
                    .containsExactly("2:CRM-2", "3:CRM-3");
        }
    }

    @Test
    void who_opted_out_is_marked_and_can_be_asked_for_alone() {
        var out = new SeedRecipient("2", "a@example.com", "CRM-2", List.of(ONE, TWO), true);
        try (var bench = Bench.of(person("1", ONE), out)) {
            assertThat(rows(bench.ability(KeyReader.class).allKeys(Bench.VISITOR, Bench.call())))
                    .containsExactly("1:" + ONE, "2:" + ONE + "!", "2:" + TWO + "!");
            assertThat(rows(bench.ability(OptOuts.class).optedOutKeys(Bench.DECLARED, Bench.call())))
                    .containsExactly("2:CRM-2!");
        }
    }

    @Test
    void an_unknown_list_is_not_found() {
        try (var bench = Bench.of(person("1"))) {
            var outcome = bench.ability(KeyReader.class).keysOf(Bench.list("4711"), Bench.VISITOR, Bench.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(outcome.getLeft().message()).contains("campaign/4711", "browse the lists");
        }
    }

    @Test
    void an_unknown_field_is_an_invalid_request_that_names_it() {
        try (var bench = Bench.of(person("1"))) {
            var outcome = bench.ability(KeyReader.class).allKeys(Bench.declared("crmId"), Bench.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(outcome.getLeft().message()).startsWith("@crmId: ");
        }
    }

    @Test
    void a_field_that_is_no_path_never_reaches_an_expression() {
        try (var bench = Bench.of(person("1"))) {
            var outcome = bench.ability(KeyReader.class).allKeys(Bench.declared("email = '' OR 1=1 --"), Bench.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.sandbox.exchanges()).isEmpty();
        }
    }

    @Test
    void a_field_of_a_linked_record_is_read_like_any_other() {
        var paris = new SeedRecipient("1", "", "", List.of(), false, Map.of("location/@city", "Paris"));
        try (var bench = Bench.of(paris, person("2"))) {
            var reader = bench.ability(KeyReader.class);

            assertThat(rows(reader.allKeys(Bench.declared("[location/@city]"), Bench.call())))
                    .containsExactly("1:Paris", "2:-");
            assertThat(rows(reader.allKeys(Bench.declared("folder/@label"), Bench.call())))
                    .containsExactly("1:Recipients", "2:Recipients");
        }
    }

    @Test
    void people_other_than_recipients_are_refused_without_a_call() {
        try (var bench = Bench.of(person("1"))) {
            var contracts = DataSource.builder()
                    .from(Bench.DECLARED)
                    .targetingDimension("cus:contract")
                    .build();

            var outcome = bench.ability(KeyReader.class).allKeys(contracts, Bench.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(outcome.getLeft().message()).contains("cus:contract", "nms:recipient");
            assertThat(bench.sandbox.exchanges()).isEmpty();
        }
    }

    @Test
    void a_cancelled_call_ends_the_reading() {
        try (var bench = Bench.ofMany(100)) {
            var call = Bench.call();
            var source =
                    bench.ability(KeyReader.class).allKeys(Bench.VISITOR, call).get();

            call.cancel();

            assertThat(source.next().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        }
    }

    private static List<Integer> ids(TextKeys batch) {
        return IntStream.range(0, batch.size())
                .map(row -> (int) batch.recipientLow(row))
                .boxed()
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignQueries;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.Term;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sandbox.SeedRecipient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed queries against the sandbox's Campaign, which reads expressions with a parser of its own. */
class AskingTypedQueriesTest {
    private static final XPath ID = XPath.of("@id");
    private static final XPath EMAIL = XPath.of("@email");
    private static final XPath DECLARED = XPath.of("@declaredId");
    private static final CallOptions CALL = CallOptions.within(Duration.ofSeconds(60));

    @Test
    void rows_come_in_the_order_of_their_key_whatever_the_page_size() {
        try (var bench = Bench.of(person("-2147483648"), person("-1"), person("7"), person("9007199254740993"))) {
            for (int size = 1; size <= 5; size++) {
                var query = recipients().pageSize(size).build();
                var falling = recipients().pageSize(size).orderByDescending(ID).build();

                assertThat(ids(bench, query)).containsExactly("-2147483648", "-1", "7", "9007199254740993");
                assertThat(ids(bench, falling)).containsExactly("9007199254740993", "7", "-1", "-2147483648");
            }
        }
    }

    @Test
    void pages_follow_the_key_without_a_lower_bound_at_first() {
        try (var bench = Bench.ofMany(10)) {
            ids(bench, recipients().pageSize(4).build());

            var bodies = bodies(bench);
            assertThat(bodies).hasSize(4).noneMatch(body -> body.contains("startLine"));
            assertThat(bodies.get(0)).doesNotContain("<where>");
            assertThat(bodies.get(3)).contains("@id > 10");
        }
    }

    @Test
    void a_limit_ends_the_reading_and_asks_for_no_more() {
        try (var bench = Bench.ofMany(10)) {
            assertThat(ids(bench, recipients().pageSize(4).limit(6).build())).hasSize(6);

            assertThat(bodies(bench)).hasSize(2);
            assertThat(bodies(bench).get(1)).contains("lineCount=\"2\"");
        }
    }

    @Test
    void another_order_is_paged_by_line_and_decided_by_the_key() {
        try (var bench = Bench.of(seed("1", "b"), seed("2", "a"), seed("3", "b"), seed("4", "a"))) {
            var query = recipients().orderBy(EMAIL).pageSize(3).build();

            assertThat(ids(bench, query)).containsExactly("2", "4", "1", "3");
            assertThat(bodies(bench).get(1)).contains("startLine=\"3\"");
        }
    }

    @Test
    void recipients_that_come_meanwhile_shift_nothing() throws Exception {
        try (var bench = Bench.of(person("10"), person("20"), person("30"), person("40"), person("50"))) {
            var found = new ArrayList<String>();
            try (Rows rows = queries(bench)
                    .select(recipients().pageSize(2).build(), CALL)
                    .get()) {
                while (rows.next().get()) {
                    found.add(rows.row().text(ID));
                    if (found.size() == 2) {
                        join(bench, "5");
                        join(bench, "35");
                    }
                }
            }

            assertThat(found).containsExactly("10", "20", "30", "35", "40", "50");
        }
    }

    @Test
    void recipients_that_go_and_come_meanwhile_cost_nobody_else_and_double_nobody() throws Exception {
        var everybody = IntStream.rangeClosed(1, 30).mapToObj(id -> person(Integer.toString(id * 10)));
        try (var bench = Bench.of(everybody.toList(), settings -> settings.pageSize(4))) {
            var found = new ArrayList<String>();
            try (Rows rows = queries(bench).select(recipients().build(), CALL).get()) {
                while (rows.next().get()) {
                    found.add(rows.row().text(ID));
                    if (found.size() == 8) {
                        for (String gone : List.of("10", "20", "80", "90", "100", "110", "120", "300")) {
                            bench.sandbox.campaignData().deleteRecipient(gone);
                        }
                        join(bench, "5");
                        join(bench, "85");
                        join(bench, "205");
                    }
                }
            }

            var expected = new ArrayList<>(List.of("10", "20", "30", "40", "50", "60", "70", "80", "85"));
            IntStream.rangeClosed(13, 29).forEach(id -> expected.add(Integer.toString(id * 10)));
            expected.add(expected.indexOf("210"), "205");
            assertThat(found).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void conditions_find_what_they_say() {
        try (var bench = Bench.of(seed("1", "ann@example.com"), seed("2", ""), seed("3", "bob@example.org"))) {
            assertThat(found(bench, Condition.containing(EMAIL, "@example."))).containsExactly("1", "3");
            assertThat(found(bench, Condition.startingWith(EMAIL, "bob"))).containsExactly("3");
            assertThat(found(bench, Condition.endingWith(EMAIL, ".com"))).containsExactly("1");
            assertThat(found(bench, Condition.isEmpty(EMAIL))).containsExactly("2");
            assertThat(found(bench, Condition.not(Condition.isEmpty(EMAIL)))).containsExactly("1", "3");
            assertThat(found(bench, Condition.in(ID, List.of(Literal.of(3), Literal.of(1)))))
                    .containsExactly("1", "3");
            assertThat(found(bench, Condition.in(ID, List.of()))).isEmpty();
            assertThat(found(
                            bench,
                            Condition.or(Condition.lessThan(ID, Literal.of(2)), Condition.atLeast(ID, Literal.of(3)))))
                    .containsExactly("1", "3");
            assertThat(found(bench, Condition.equal(Term.upper(EMAIL), Literal.of("ANN@EXAMPLE.COM"))))
                    .containsExactly("1");
        }
    }

    @Test
    void links_and_sub_queries_find_the_members_of_a_list() {
        try (var bench = Bench.of(person("1"), person("2", "1".repeat(38)), person("3"))) {
            var list = bench.sandbox.campaignData().addList("Gold", List.of("1", "2"));
            var ofList = Condition.equal(XPath.of("@group-id"), Literal.of(Long.parseLong(list)));
            var link = XPath.of("rcpGrpRel");
            var members = Query.on("nms:rcpGrpRel")
                    .select(XPath.of("@recipient-id"))
                    .where(ofList)
                    .build();

            assertThat(found(bench, Condition.exists(link, ofList))).containsExactly("1", "2");
            assertThat(found(bench, Condition.not(Condition.exists(link, ofList))))
                    .containsExactly("3");
            assertThat(found(bench, Condition.in(ID, members))).containsExactly("1", "2");
            assertThat(found(bench, Condition.not(Condition.in(ID, members)))).containsExactly("3");
        }
    }

    /** Property: whoever has the value is found by it, and nobody else, whatever the value holds. */
    @Test
    void no_value_can_become_a_piece_of_an_expression() {
        var values = hostile();
        var people = IntStream.range(0, values.size())
                .mapToObj(i -> new SeedRecipient(Integer.toString(i + 1), "p" + i, values.get(i), List.of(), false))
                .toList();
        try (var bench = Bench.of(people, settings -> settings)) {
            for (int i = 0; i < values.size(); i++) {
                var id = Integer.toString(i + 1);
                assertThat(found(bench, Condition.equal(DECLARED, Literal.of(values.get(i)))))
                        .as(values.get(i))
                        .containsExactly(id);
                assertThat(found(bench, Condition.containing(DECLARED, values.get(i))))
                        .contains(id);
                assertThat(found(bench, Condition.in(DECLARED, List.of(Literal.of(values.get(i))))))
                        .containsExactly(id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0008b", "a\uFFFEb", "a\uD800b"})
    void what_xml_cannot_carry_is_refused_before_anything_is_sent(String value) {
        try (var bench = Bench.of(person("1"))) {
            queries(bench).count(recipients().build(), CALL);
            long calls = bench.calls("ExecuteQuery");

            var refused = queries(bench)
                    .count(
                            recipients()
                                    .where(Condition.equal(EMAIL, Literal.of(value)))
                                    .build(),
                            CALL);

            assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(refused.getLeft().message()).contains("position").doesNotContain(value);
            assertThat(bench.calls("ExecuteQuery")).isEqualTo(calls);
        }
    }

    @Test
    void records_are_counted_and_found_one_by_one() {
        try (var bench = Bench.of(person("1"), person("2"))) {
            var nobody = recipients().where(Condition.equal(ID, Literal.of(9))).build();
            var second = recipients().where(Condition.equal(ID, Literal.of(2))).build();

            assertThat(queries(bench).count(recipients().build(), CALL).get()).isEqualTo(2);
            assertThat(queries(bench).get(second, CALL).get().text(EMAIL)).isEqualTo("2@example.com");
            assertThat(queries(bench).get(nobody, CALL).getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(queries(bench)
                            .getIfExists(second, CALL)
                            .get()
                            .get()
                            .number(ID)
                            .get())
                    .isEqualTo(2);
            assertThat(queries(bench).getIfExists(nobody, CALL).get()).isEmpty();
        }
    }

    @Test
    void every_mistake_of_a_query_is_told_at_once() {
        try (var bench = Bench.of(person("1"))) {
            var twoColumns = Query.on("nms:rcpGrpRel").select(ID, EMAIL).build();
            var query = Query.on("nms recipient")
                    .select(Term.count())
                    .where(Condition.in(ID, twoColumns))
                    .pageSize(0)
                    .limit(0)
                    .build();

            var refused = queries(bench).select(query, CALL).getLeft();

            assertThat(refused.message())
                    .contains("'nms recipient' is no schema", "Count() needs an alias", "not 2", "0 must be");
            assertThat(bench.sandbox.exchanges()).isEmpty();
        }
    }

    @Test
    void a_column_that_the_schema_does_not_have_is_named() {
        try (var bench = Bench.of(person("1"))) {
            var refused = queries(bench)
                    .select(Query.on("nms:recipient").select(XPath.of("@emial")).build(), CALL)
                    .getLeft();

            assertThat(refused).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(refused.message()).contains("@emial");
        }
    }

    private static List<String> hostile() {
        var values = new ArrayList<>(List.of(
                "x' OR 1=1 --",
                "\\",
                "'",
                "\\'",
                "\"",
                "$(folder)",
                "$",
                "%",
                "_",
                "]]>",
                "<a>&amp;</a>",
                "😀𝒳",
                "a\nb\tc",
                "#2026-01-01#",
                "' + Char('36') + '",
                "NULL",
                "[SQLDATA[1]]",
                " x ",
                "\r"));
        var random = new Random(7);
        var signs = "'\\\"%_$()[]<>&#+-=;, abc\n\u00e9\u4e16";
        for (int i = 0; i < 60; i++) {
            var value = new StringBuilder("r" + i);
            random.ints(1 + random.nextInt(12), 0, signs.length()).forEach(at -> value.append(signs.charAt(at)));
            values.add(value.toString());
        }
        return values;
    }

    /** Adds a recipient while a reader is at work. */
    private static void join(Bench bench, String id) throws Exception {
        var body = "{\"recipients\":[{\"id\":\"" + id
                + "\",\"email\":\"e\",\"declaredId\":\"\",\"visitorIds\":[],\"optedOut\":false}]}";
        var request = HttpRequest.newBuilder(bench.sandbox.control().resolve("/seed"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static SeedRecipient seed(String id, String email) {
        return new SeedRecipient(id, email, "CRM-" + id, List.of(), false);
    }

    private static Query.Builder recipients() {
        return Query.on("nms:recipient").select(ID, EMAIL);
    }

    private static CampaignQueries queries(Bench bench) {
        return bench.ability(CampaignQueries.class);
    }

    private static List<String> found(Bench bench, Condition condition) {
        return ids(bench, recipients().where(condition).build());
    }

    private static List<String> ids(Bench bench, Query query) {
        List<String> ids = new ArrayList<>();
        try (Rows rows = queries(bench).select(query, CALL).get()) {
            while (rows.next().get()) {
                ids.add(rows.row().text(ID));
            }
        }
        return ids;
    }

    private static List<String> bodies(Bench bench) {
        return bench.sandbox.exchanges().stream()
                .map(exchange -> exchange.request().content().head())
                .filter(body -> body.contains("nms:recipient"))
                .toList();
    }
}

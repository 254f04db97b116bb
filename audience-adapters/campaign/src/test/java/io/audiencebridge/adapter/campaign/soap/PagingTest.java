// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How pages follow each other when lines break, tables change and servers misbehave. */
class PagingTest {
    private static final XPath ID = XPath.of("@id");
    private static final List<String> UUIDS = List.of(
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "8a1b2c3d-0000-4000-8000-000000000001",
            "f47ac10b-58cc-4372-a567-0e02b2c3d479",
            "ffffffff-58cc-4372-a567-0e02b2c3d479");

    @Test
    void a_page_that_is_cut_goes_on_behind_the_last_whole_row() throws Exception {
        var asked = new ArrayList<String>();
        var cuts = new AtomicInteger();
        try (var instance = new Instance(request -> {
            asked.add(body(request));
            var page = page(ids(after(request), 10, 5));
            boolean first = page.contains("<r id='2'") && cuts.incrementAndGet() <= 2;
            return first ? cut(page, page.indexOf("<r id='3'") + 4) : Instance.ok(page);
        })) {
            assertThat(read(instance, 5).get()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        }
        assertThat(asked.get(1)).contains("@id > 2");
    }

    @Test
    void xml_that_ends_in_the_middle_is_asked_for_again() throws Exception {
        var times = new AtomicInteger();
        try (var instance = new Instance(request -> {
            var page = page(ids(after(request), 3, 5));
            return Instance.ok(times.incrementAndGet() == 1 ? page.substring(0, page.indexOf("<r id='3'") + 5) : page);
        })) {
            assertThat(read(instance, 5).get()).containsExactly("1", "2", "3");
        }
    }

    @Test
    void truncated_xml_again_and_again_is_a_breach() throws Exception {
        try (var instance = new Instance(request -> {
            var page = page(ids(after(request), 3, 5));
            return Instance.ok(page.substring(0, page.indexOf("<r id='1'") + 5));
        })) {
            var error = read(instance, 5).getLeft();

            assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(error.message()).contains("ends in the middle");
        }
    }

    @Test
    void the_same_page_for_ever_is_a_breach() throws Exception {
        refused(request -> page(ids(0, 100, 5)), "out of the order");
    }

    @Test
    void ids_that_do_not_rise_are_a_breach() throws Exception {
        refused(request -> page(List.of("1", "3", "2")), "out of the order");
    }

    @Test
    void a_key_that_comes_twice_is_a_breach() throws Exception {
        refused(request -> page(List.of("1", "1")), "same ones again");
    }

    @Test
    void a_number_behind_a_uuid_is_a_breach() throws Exception {
        refused(request -> page(List.of(UUIDS.get(0), "1")), "out of the order");
    }

    @Test
    void uuids_may_follow_numbers_in_one_table() throws Exception {
        try (var instance = new Instance(request ->
                Instance.ok(page(body(request).contains("@id >") ? List.of() : List.of("1", UUIDS.get(0)))))) {
            assertThat(read(instance, 2).get()).containsExactly("1", UUIDS.get(0));
        }
    }

    @Test
    void more_rows_than_asked_for_are_a_breach() throws Exception {
        refused(request -> page(ids(after(request), 1000, 6)), "more rows than the 5 asked for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "-9223372036854775809", "1e3", "", "0x10", " 1", "12345678901234567890123"
            })
    void an_id_beyond_64_bits_or_none_is_a_breach(String id) throws Exception {
        refused(request -> page(List.of(id)), "neither a number of 64 bits nor a UUID");
    }

    @Test
    void ids_at_the_bounds_of_64_bits_are_read() throws Exception {
        var all = List.of("-9223372036854775808", "-1", "0", "9223372036854775807");
        try (var instance =
                new Instance(request -> Instance.ok(page(body(request).contains("@id >") ? List.of() : all)))) {
            assertThat(read(instance, 5).get()).isEqualTo(all);
        }
    }

    @Test
    void uuids_follow_each_other_by_their_text() throws Exception {
        var asked = new ArrayList<String>();
        try (var instance = new Instance(request -> {
            asked.add(body(request));
            return Instance.ok(page(uuidsAfter(request, 2)));
        })) {
            assertThat(read(instance, 2).get()).isEqualTo(UUIDS);
        }
        assertThat(asked.get(1)).contains("@id > '" + UUIDS.get(1) + "'").doesNotContain("startLine");
    }

    @Test
    void where_uuids_cannot_be_compared_pages_follow_by_line_from_the_last_record_on() throws Exception {
        var asked = new ArrayList<String>();
        try (var instance = new Instance(byLine(asked, request -> UUIDS))) {
            assertThat(read(instance, 2).get()).isEqualTo(UUIDS);
        }
        assertThat(asked.get(1)).contains("@id > '");
        assertThat(asked.get(2)).contains("startLine=\"1\"", "lineCount=\"3\"").doesNotContain("@id >");
    }

    @Test
    void by_line_nothing_is_passed_over_when_records_before_go_away() throws Exception {
        var asked = new ArrayList<String>();
        try (var instance =
                new Instance(byLine(asked, request -> asked.size() > 2 ? UUIDS.subList(2, UUIDS.size()) : UUIDS))) {
            assertThat(read(instance, 2).get()).isEqualTo(UUIDS);
        }
    }

    @Test
    void by_line_nothing_is_told_twice_when_records_before_come() throws Exception {
        var more = new ArrayList<>(UUIDS);
        more.add(0, "00000001-d9cb-469f-a165-70867728950e");
        var asked = new ArrayList<String>();
        try (var instance = new Instance(byLine(asked, request -> asked.size() > 2 ? more : UUIDS))) {
            assertThat(read(instance, 2).get()).isEqualTo(UUIDS);
        }
    }

    @Test
    void a_server_that_overlooks_the_line_is_a_breach() throws Exception {
        try (var instance = new Instance(request -> body(request).contains("@id >")
                ? Instance.ok(refusal())
                : Instance.ok(page(UUIDS.subList(0, Math.min(UUIDS.size(), lines(request))))))) {
            var error = read(instance, 2).getLeft();

            assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        }
    }

    @Test
    void rows_in_another_order_that_come_again_are_a_breach() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(page(ids(0, 100, 5))))) {
            var query = Query.on("nms:recipient")
                    .select(ID)
                    .orderBy(XPath.of("@email"))
                    .build();

            assertThat(drain(instance.withOperator().rows(query, 5, Instance.call()))
                            .getLeft())
                    .isInstanceOf(BridgeError.ProtocolBreach.class);
        }
    }

    @Test
    void a_table_that_is_gone_in_mid_read_is_not_found() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(
                body(request).contains("@id >")
                        ? Answers.fault("SOP-330011 Error", "WDB-200011 The record does not exist")
                        : page(ids(0, 100, 5))))) {
            assertThat(read(instance, 5).getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void what_went_wrong_once_is_told_again() throws Exception {
        try (var instance = new Instance(request -> Instance.ok(page(List.of("x"))));
                var rows = instance.withOperator()
                        .rows(Query.on("nms:recipient").select(ID).build(), 5, Instance.call())
                        .get()) {
            var first = rows.next();

            assertThat(rows.next()).isSameAs(first);
            assertThat(first.getLeft().message()).contains("UUID").doesNotContain("'x'");
        }
    }

    private static void refused(Function<RecordedRequest, String> pages, String message) throws Exception {
        try (var instance = new Instance(request -> Instance.ok(pages.apply(request)))) {
            var error = read(instance, 5).getLeft();

            assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(error.message()).contains(message);
        }
    }

    /** An instance that compares no UUIDs. */
    private static Function<RecordedRequest, MockResponse> byLine(
            List<String> asked, Function<RecordedRequest, List<String>> table) {
        return request -> {
            asked.add(body(request));
            if (body(request).contains("@id >")) {
                return Instance.ok(refusal());
            }
            var all = table.apply(request);
            int from = Math.min(all.size(), number(request, "startLine=\"(\\d+)\"", 0));
            return Instance.ok(page(all.subList(from, Math.min(all.size(), from + lines(request)))));
        };
    }

    private static String refusal() {
        return Answers.fault("SOP-330011 Error", "XTK-170036 Unable to parse expression");
    }

    private static List<String> uuidsAfter(RecordedRequest request, int lines) {
        var last = Pattern.compile("@id > '([^']*)'").matcher(body(request));
        int from = last.find() ? UUIDS.indexOf(last.group(1)) + 1 : 0;
        return UUIDS.subList(from, Math.min(UUIDS.size(), from + lines));
    }

    private static Either<BridgeError, List<String>> read(Instance instance, int pageSize) {
        var query = Query.on("nms:recipient").select(ID).build();
        return drain(instance.withOperator().rows(query, pageSize, Instance.call()));
    }

    private static Either<BridgeError, List<String>> drain(Either<BridgeError, Rows> opened) {
        if (opened.isLeft()) {
            return Either.left(opened.getLeft());
        }
        List<String> ids = new ArrayList<>();
        try (Rows rows = opened.get()) {
            var next = rows.next();
            while (next.isRight() && next.get()) {
                ids.add(rows.row().text(ID));
                next = rows.next();
            }
            return next.map(done -> ids);
        }
    }

    private static MockResponse cut(String page, int at) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/xml")
                .setHeader("Content-Length", page.length())
                .body(page.substring(0, at))
                .setHeader("Content-Length", page.length())
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }

    private static String page(List<String> ids) {
        var rows = new StringBuilder();
        ids.forEach(id -> rows.append("<r id='").append(id).append("'/>"));
        return Answers.envelope("<ExecuteQueryResponse xmlns='urn:xtk:queryDef'><pdomOutput xsi:type='ns:Element'>"
                + "<r-collection><!-- " + "long ".repeat(200) + "-->" + rows
                + "</r-collection></pdomOutput></ExecuteQueryResponse>");
    }

    private static List<String> ids(long after, long last, int lines) {
        var ids = new ArrayList<String>();
        for (long id = after + 1; id <= last && ids.size() < lines; id++) {
            ids.add(Long.toString(id));
        }
        return ids;
    }

    private static long after(RecordedRequest request) {
        return number(request, "@id > (\\d+)", 0);
    }

    private static int lines(RecordedRequest request) {
        return number(request, "lineCount=\"(\\d+)\"", 1);
    }

    private static int number(RecordedRequest request, String pattern, int otherwise) {
        Matcher found = Pattern.compile(pattern).matcher(body(request));
        return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
    }

    private static String body(RecordedRequest request) {
        var body = request.getBody();
        return body == null ? "" : body.utf8();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases D01 to D14 and D16 of section 8.4, and what lies between them. */
class CollectingEventsTest {
    private static final String VISITOR = "22920112968019678612904394744954398990";

    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final Dcs dcs = Dcs.of(sandbox);
    private Rest rest;
    private long people;
    private long trait;

    @BeforeEach
    void prepare() throws IOException {
        rest = new Rest(sandbox);
        people = source("one");
        trait = ruled(people, "c_a == 1");
        sandbox.clock().advance(Duration.ofHours(4));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void d01_a_new_visitor_gets_an_id_and_a_cookie() throws IOException {
        Dcs.Reply reply = dcs.get("/event?c_a=1&d_rtbd=json");

        JsonNode body = reply.json();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(body.properties())
                .extracting(field -> field.getKey())
                .containsExactlyInAnyOrder("stuff", "uuid", "dcs_region", "tid");
        assertThat(body.path("stuff").isArray()).isTrue();
        assertThat(reply.uuid()).matches("\\d{38}");
        assertThat(body.path("dcs_region").asInt()).isEqualTo(7);
        assertThat(body.path("tid").asText()).hasSize(12);
        assertThat(reply.header("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("demdex=" + uuid(reply)));
    }

    @Test
    void d02_without_json_there_is_a_picture_and_errors_stand_in_a_header() throws IOException {
        Dcs.Reply reply = dcs.get("/event?c_a=1");
        Dcs.Reply wrong = dcs.get("/event?d_uuid=1");

        assertThat(reply.header("Content-Type")).hasValue("image/gif");
        assertThat(reply.body()).startsWith("GIF89a");
        assertThat(reply.header("X-Error")).isEmpty();
        assertThat(wrong.header("X-Error")).hasValue("102");
    }

    @Test
    void d03_who_is_signed_in_gets_the_trait_on_the_persons_profile_and_the_device_does_not() throws IOException {
        String uuid = dcs.event("c_a=1&d_cid_ic=one%01CRM-1%011&d_cts=2").uuid();

        assertThat(traits("d_uuid=" + uuid)).isEmpty();
        assertThat(traits("d_cid_ic=one%01CRM-1%011")).containsExactly(trait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%010", "%012"})
    void d04_else_the_trait_goes_to_the_device_and_the_id_is_synced_all_the_same(String state) throws IOException {
        String uuid = dcs.event("c_a=1&d_cid_ic=one%01CRM-1" + state).uuid();

        assertThat(traits("d_uuid=" + uuid)).containsExactly(trait);
        assertThat(dcs.event("d_cid_ic=one%01CRM-1").uuid()).isEqualTo(uuid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "D05; d_uuid=1&d_mid=1; 101,102",
                "D06; d_cid_ic=one%01a&d_cid_ic=one%01b&d_cid_ic=one%01c&d_cid_ic=one%01d; 310",
                "D06; d_cid_ic=one%01a&d_cid_ic=one%01b&d_cid_ic=one%01c&d_cid_ic=one%01c; ''",
                "D08; d_cid=20915%01a53cc5a2-6aa1-4210-8ded-a88b29b6212z; 312",
                "D08; d_cid=20915%0197987bca-ae59-4c7d-94ba-ee4f19ab8c21; 312",
                "D08; d_cid=20915%0197987BCA-AE59-4C7D-94BA-EE4F19AB8C21; ''",
                "D08; d_cid=20914%0197987bca-ae59-4c7d-94ba-ee4f19ab8c21; ''",
                "D08; d_cid_ic=DSID_20914%0197987BCA-AE59-4C7D-94BA-EE4F19AB8C21; 312",
                "D09; d_creative=%ecid!; 311",
                "D09; c_a=%4; 311",
                "D09; c_a=%C3%28; 311",
                "D16; d_cid=13702%2501CRM1; ''",
                "between; d_cid=99%01x; 302,104",
                "between; d_cid_ic=none%01x; 302,104",
                "between; d_cid_ic=one; 300,104",
                "between; d_cid_ic=one%01; 300,104",
                "between; d_cid_ic=one%01x%013; 300,104",
                "between; d_cid_ic=one%01x%010%011; 300,104",
                "between; d_cid_ic=one%01x&d_cid=99%01x; 302",
                "between; d_dpid=13702&d_dpuuid=old; ''",
                "between; d_dpid=13702; 300,104",
                "between; d_orgid=0%40AdobeOrg&d_mid=22920112968019678612904394744954398990; 2",
            })
    void errors_have_their_codes_in_the_body_and_the_header(String number, String query, String codes)
            throws IOException {
        Dcs.Reply reply = dcs.event(query);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.errors().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .isEqualTo(codes);
        assertThat(reply.header("X-Error").orElse("")).isEqualTo(codes);
    }

    @Test
    void d07_of_more_than_ten_ids_the_first_ten_count_and_each_of_the_others_is_told() throws IOException {
        for (String code : List.of("two", "three", "four")) {
            source(code);
        }
        List<String> codes = List.of("one", "two", "three", "four");
        String ids = IntStream.range(0, 12)
                .mapToObj(i -> "d_cid_ic=" + codes.get(i % 4) + "%01id" + i)
                .collect(Collectors.joining("&"));

        Dcs.Reply reply = dcs.event(ids);

        assertThat(reply.errors()).containsExactly(301, 309, 309);
        assertThat(reply.body()).contains("10", "12");
        assertThat(dcs.event("d_cid_ic=two%01id9").uuid()).isEqualTo(reply.uuid());
        assertThat(dcs.event("d_cid_ic=four%01id11").uuid()).isNotEqualTo(reply.uuid());
    }

    @Test
    void d11_a_dropped_request_changes_nothing_and_has_no_id() throws IOException {
        Dcs.Reply dropped = dcs.event("c_a=1&d_uuid=" + VISITOR + "&x=%zz");

        assertThat(dropped.json().has("uuid")).isFalse();
        assertThat(traits("d_uuid=" + VISITOR)).isEmpty();
    }

    @Test
    void d12_a_function_is_called_with_the_answer() throws IOException {
        Dcs.Reply reply = dcs.get("/event?d_cb=cb");

        assertThat(reply.body()).startsWith("cb({").endsWith("})");
        assertThat(reply.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
    }

    @Test
    void d13_only_traits_of_the_named_source_are_looked_at() throws IOException {
        long other = source("other");
        long one = ruled(people, "key1 == \\\"v1\\\"");
        long two = ruled(other, "key2 == \\\"v2\\\"");
        sandbox.clock().advance(Duration.ofHours(4));

        JsonNode some = dcs.event("key1=v1&key2=v2&d_cts=2&d_tdpid=" + people).json();
        JsonNode coded = dcs.event("key1=v1&key2=v2&d_cts=2&d_tdpid_ic=other").json();
        JsonNode all = dcs.event("key1=v1&key2=v2&d_cts=2").json();

        assertThat(some.path("traits").toString()).isEqualTo("[" + one + "]");
        assertThat(coded.path("traits").toString()).isEqualTo("[" + two + "]");
        assertThat(all.path("traits")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.demdex.net, /usw2.demdex.net/event, 9, ''",
        "acme.demdex.net, /event, 7, ''",
        "127.0.0.1, /acme.demdex.net/event, 7, ''",
        "127.0.0.1, /event, 7, ''",
        "nobody.demdex.net, /event, 7, 1",
        "usw2.demdex.net, /event, 9, 1",
        "'', /event, 7, 100",
    })
    void d14_the_host_names_the_partner_and_the_address_the_region(String host, String path, int region, String codes)
            throws IOException {
        Dcs.Reply reply = Dcs.at(sandbox, host).get(path + "?d_rtbd=json");

        assertThat(reply.json().path("dcs_region").asInt()).isEqualTo(region);
        assertThat(reply.header("X-Error").orElse("")).isEqualTo(codes);
    }

    @Test
    void an_explicit_id_wins_over_the_cookie_and_the_cookie_over_a_declared_id() throws IOException {
        String synced = dcs.event("d_cid_ic=one%01CRM-1").uuid();
        String cookie = "10000000000000000000000000000000000001";

        Dcs browser = Dcs.of(sandbox).header("Cookie: a=b; demdex=" + cookie);

        assertThat(browser.event("d_uuid=" + VISITOR).uuid()).isEqualTo(VISITOR);
        assertThat(browser.event("d_cid_ic=one%01CRM-1").uuid()).isEqualTo(cookie);
        assertThat(browser.event("").header("Set-Cookie")).isEmpty();
        assertThat(dcs.event("d_cid_ic=one%01CRM-1").uuid()).isEqualTo(cookie).isNotEqualTo(synced);
    }

    @Test
    void a_post_says_the_same_as_a_query_and_values_may_be_several_or_quoted() throws IOException {
        long second = ruled(people, "c_b == \\\"x,y\\\" AND c_c == 2");
        sandbox.clock().advance(Duration.ofHours(4));

        JsonNode body = dcs.post("/event?d_cts=2", "d_rtbd=json&c_a=3,1&c_b=%22x,y%22&c_c=1,2")
                .json();

        assertThat(body.path("traits").toString()).isEqualTo("[" + trait + "," + second + "]");
        assertThat(dcs.post("/event", "c=" + "x".repeat(33_000)).status()).isEqualTo(413);
        assertThat(dcs.get("/event?c=" + "x".repeat(9_000)).status()).isEqualTo(414);
    }

    @Test
    void a_trait_is_realized_by_its_number_and_a_young_one_is_not_realized_at_all() throws IOException {
        long young = ruled(people, "c_a == 1");

        JsonNode body =
                dcs.event("d_sid=" + trait + "," + young + "&c_a=1&d_cts=2").json();

        assertThat(body.path("traits").toString()).isEqualTo("[" + trait + "]");
    }

    @Test
    void a_visitor_of_a_segment_is_told_its_cookie_and_its_urls() throws IOException {
        long segment = rest.segment(people, trait + "T", "");
        long push = rest.destination("""
                {"name":"D","destinationType":"PUSH","serializationEnabled":true,"urlFormatString":\
                "http://d.example/?a=%ALIAS%&u=%did%&r=%region%&c=%dpid_PEOPLE%","secureUrlFormatString":\
                "https://d.example/?a=%alias%","delimiter":","}""".replace("PEOPLE", Long.toString(people)));
        long cookie = rest.destination("""
                {"name":"C","destinationType":"ADS","cookieName":"aam","cnameDomain":"shop.example","maxSize":"2048",\
                "ttl":"30","formatType":"single_key","singleKey":"key","keySeparator":"=","valueSeparator":"&",\
                "serializationEnabled":true,"serializationSeparator":","}""");
        rest.mapping(push, segment, ",\"traitAlias\":\"vip\"");
        rest.mapping(cookie, segment, ",\"valueAlias\":\"1\"");

        Dcs.Reply in = dcs.event("c_a=1&d_dst=1&d_cid_ic=one%01C%201");
        Dcs.Reply out = dcs.event("d_dst=1");

        assertThat(in.json().path("dests").path(0).path("c").asText())
                .isEqualTo("http://d.example/?a=vip&u=" + in.uuid() + "&r=7&c=C+1");
        assertThat(in.json().path("dests").path(0).path("e").asText()).isEqualTo("https://d.example/?a=vip");
        assertThat(in.json().path("stuff").toString())
                .isEqualTo("[{\"cn\":\"aam\",\"cv\":\"key=1\",\"ttl\":30,\"dmn\":\"shop.example\"}]");
        assertThat(out.json().path("dests")).isEmpty();
        assertThat(out.json().path("stuff")).isEmpty();
        assertThat(in.json().has("segments")).isFalse();
        assertThat(dcs.event("d_cts=2&d_uuid=" + in.uuid())
                        .json()
                        .path("segments")
                        .toString())
                .isEqualTo("[" + segment + "]");
    }

    @Test
    void a_derived_signal_comes_with_its_source() throws IOException {
        rest.post("/v1/signals/derived/", """
                {"sourceKey":"c_x","sourceValue":"7","targetKey":"c_a","targetValue":"1"}""");

        assertThat(dcs.event("c_x=7&d_cts=2").json().path("traits").toString()).isEqualTo("[" + trait + "]");
    }

    @Test
    void an_id_that_comes_too_often_is_blocked_for_ever_and_others_of_the_call_are_not() throws IOException {
        settings("{\"dcs\":{\"callsPerMinute\":3}}");
        for (int i = 0; i < 3; i++) {
            assertThat(dcs.event("d_cid_ic=one%01busy").errors()).isEmpty();
        }

        Dcs.Reply blocked = dcs.event("c_a=1&d_cid_ic=one%01busy");
        sandbox.clock().advance(Duration.ofDays(30));
        Dcs.Reply later = dcs.event("c_a=1&d_cid_ic=one%01busy&d_cid_ic=one%01calm&d_cts=2");

        assertThat(blocked.errors()).containsExactly(303);
        assertThat(blocked.json().has("uuid")).isFalse();
        assertThat(later.errors()).containsExactly(303);
        assertThat(later.json().path("traits").toString()).isEqualTo("[" + trait + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "d_uuid=22920112968019678612904394744954398990, 307",
        "d_cid=20914%0197987bca-ae59-4c7d-94ba-ee4f19ab8c21, 306",
        "d_cid=13702%01CRM-1, 303",
    })
    void a_blocked_id_has_the_code_of_its_kind(String query, int code) throws IOException {
        settings("{\"dcs\":{\"callsPerMinute\":1}}");
        dcs.event(query);

        assertThat(dcs.event(query).errors()).containsExactly(code);
    }

    @Test
    void a_blocked_data_source_is_told_and_a_slower_id_is_not_blocked() throws IOException {
        settings("{\"dcs\":{\"callsPerMinute\":1,\"blockedDataSources\":[\"13702\"]}}");
        dcs.event("d_cid_ic=one%01slow");
        sandbox.clock().advance(Duration.ofSeconds(61));

        assertThat(dcs.event("d_cid_ic=one%01slow").errors()).isEmpty();
        assertThat(dcs.event("d_cid=13702%01x").errors()).containsExactly(304);
    }

    private long source(String code) throws IOException {
        return Http.json(rest.post("/v1/datasources/", """
                {"name":"%1$s","idType":"CROSS_DEVICE","integrationCode":"%1$s"}""".formatted(code)))
                .path("dataSourceId")
                .asLong();
    }

    private long ruled(long dataSource, String rule) throws IOException {
        rest.signIn();
        return Http.json(rest.post("/v1/traits/", """
                {"name":"T","traitType":"RULE_BASED_TRAIT","dataSourceId":%d,"folderId":0,"traitRule":"%s"}""".formatted(dataSource, rule)))
                .path("sid")
                .asLong();
    }

    private List<Long> traits(String query) throws IOException {
        return dcs.event(query + "&d_cts=2")
                .json()
                .path("traits")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static String uuid(Dcs.Reply reply) {
        try {
            return reply.uuid();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void settings(String json) throws IOException {
        assertThat(Http.post(sandbox.control().resolve("/settings"), "application/json", json)
                        .statusCode())
                .isEqualTo(200);
    }
}

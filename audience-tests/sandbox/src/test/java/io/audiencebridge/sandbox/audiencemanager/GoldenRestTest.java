// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases of section 8.5, A02 apart, in one company with a trait, a segment over it and a mapping. */
class GoldenRestTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private Rest rest;
    private long trait;
    private long segment;
    private long destination;

    @BeforeEach
    void prepare() throws IOException {
        rest = new Rest(sandbox);
        trait = rest.trait(13701, ",\"integrationCode\":\"ABC\"");
        segment = rest.segment(13701, trait + "T", "");
        destination = rest.destination(
                "{\"name\":\"D\",\"description\":\"\",\"destinationType\":\"PUSH\",\"serializationEnabled\":false}");
        rest.mapping(destination, segment, ",\"url\":\"http://d.example/\"");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} is {4}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "A04; GET; /v1/users/self; ; 200; \"companyName\"",
                "A05; GET; /v1/traits/?folderId=0; ; 200; [{",
                "A05; GET; /v1/traits/?folderId=7; ; 200; []",
                "A06; GET; /v1/traits/?page=0&pageSize=2&sortBy=name&descending=true; ; 200; \"total\":1,\"page\":0",
                "A08; POST; /v1/traits/; {\"name\":\"VIP\",\"traitType\":\"ON_BOARDED_TRAIT\",\"dataSourceId\":13701,\"folderId\":0}; 201; \"ttl\":120",
                "A08; POST; /v1//traits//; {\"name\":\"VIP\",\"traitType\":\"ON_BOARDED_TRAIT\",\"dataSourceId\":\"13701\",\"folderId\":\"0\"}; 201; \"ACTIVE\"",
                "A09; PUT; /v1/traits/TRAIT; {\"name\":\"VIP\",\"traitType\":\"ON_BOARDED_TRAIT\",\"dataSourceId\":13701,\"folderId\":0,\"traitRule\":\"ic==101\"}; 200; ic==101",
                "A09; PUT; /v1/traits/TRAIT; {\"name\":\"VIP\",\"traitType\":\"ON_BOARDED_TRAIT\",\"dataSourceId\":13701}; 400; folderId",
                "A10; POST; /v1/traits/; {\"name\":\"VIP\",\"traitType\":\"RULE_BASED_TRAIT\",\"dataSourceId\":13701,\"folderId\":0}; 400; traitRule",
                "A10; POST; /v1/traits/; {\"name\":\"VIP\",\"traitType\":\"FOLDER\",\"dataSourceId\":13701,\"folderId\":0}; 400; traitType",
                "A12; PUT; /v1/segments/SEGMENT; {\"name\":\"S\",\"segmentRule\":\"TRAITT\",\"dataSourceId\":13701,\"folderId\":0,\"status\":\"INACTIVE\"}; 200; \"INACTIVE\"",
                "A13; POST; /v1/segments/estimate-size; {\"rule\":\"TRAITT\"}; 200; \"timeWindow\":\"DAYS7\",\"size\":0",
                "A13; POST; /v1/segments/estimate-30-day-size/; {\"rule\":\"TRAITT\"}; 200; \"audienceSize\":{\"timeWindow\":\"DAYS30\"",
                "A13; POST; /v1/segments/estimate-31-day-size/; {\"rule\":\"TRAITT\"}; 404; message",
                "A14; POST; /v1/destinations/; {\"name\":\"D\",\"description\":\"\",\"destinationType\":\"PUSH\",\"serializationEnabled\":false}; 201; \"tagType\"",
                "A14; POST; /v1/destinations/; {\"name\":\"D\",\"description\":\"\",\"destinationType\":\"S2S\",\"serializationEnabled\":false}; 400; destinationType",
                "A14; POST; /v1/destinations/; {\"name\":\"D\",\"destinationType\":\"PUSH\",\"serializationEnabled\":true}; 400; urlFormatString",
                "A14; POST; /v1/destinations/; {\"name\":\"D\",\"destinationType\":\"ADS\"}; 400; cookieName",
                "A16; GET; /v1/destinations/?containsSegment=SEGMENT; ; 200; \"mappings\":[{",
                "A17; DELETE; /v1/destinations/DESTINATION; ; 409; mappings",
                "A18; POST; /v1/traits/bulk-delete; [TRAIT]; 409; used",
                "A18; POST; /v1/traits/bulk-delete; [77]; 404; 77",
                "A18; POST; /v1/traits/bulk-delete; {}; 400; array",
                "A20; GET; /v1/traits/ic:ABC; ; 200; \"integrationCode\":\"ABC\"",
                "A20; GET; /v1/traits/ic:abc; ; 404; message",
                "A20; GET; /v1/traits/TRAIT.0; ; 200; \"integrationCode\":\"ABC\"",
                "A24; POST; /v1/reports/traits-trend; {\"startDate\":0,\"endDate\":0,\"interval\":\"1D\",\"sids\":[TRAIT],\"traitMetricsType\":\"DEVICE\"}; 200; 1970-01-01",
                "A24; POST; /v1/reports/traits-trend; {\"startDate\":0,\"endDate\":0,\"interval\":\"1H\",\"sids\":[TRAIT],\"traitMetricsType\":\"DEVICE\"}; 400; interval",
            })
    void golden(String number, String method, String path, String body, int status, String says) throws IOException {
        HttpResponse<String> answer = rest.send(method, named(path), body == null ? "" : named(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(says);
    }

    private String named(String text) {
        return text.replace("TRAIT.", trait + ".")
                .replace("TRAITT", trait + "T")
                .replace("/TRAIT", "/" + trait)
                .replace("[TRAIT]", "[" + trait + "]")
                .replace("SEGMENT", Long.toString(segment))
                .replace("DESTINATION", Long.toString(destination));
    }

    @Test
    void a01_the_identity_service_gives_a_token_of_three_parts() throws IOException {
        JsonNode token = Http.json(Http.postForm(Http.tokenUri(sandbox), Http.tokenForm(sandbox)));

        assertThat(token.path("access_token").asText()).matches("[^.]+\\.[^.]+\\.[^.]+");
        assertThat(token.path("expires_in").asInt()).isEqualTo(86_399);
    }

    @Test
    void a06_pages_are_sorted_and_of_the_wanted_size() throws IOException {
        for (String name : List.of("b", "a", "c")) {
            rest.post("/v1/traits", """
                    {"name":"%s","traitType":"ON_BOARDED_TRAIT","dataSourceId":13702,"folderId":0}""".formatted(name));
        }

        JsonNode page = rest.read(
                "/v1/traits?page=1&pageSize=2&sortBy=name&descending=True&dataSourceId=13702&type=%3Cclass%20'type'%3E");

        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("list").findValuesAsText("name")).containsExactly("a");
    }

    @Test
    void a13_an_estimate_counts_devices_and_ignores_the_merge_rule() throws IOException {
        String members = Stream.iterate(0, i -> i < 1_000, i -> i + 1)
                .map(i -> "\"%038d\"".formatted(i + 1))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        Http.post(sandbox.control().resolve("/seed"), "application/json", """
                {"traits":[{"sid":101,"name":"T","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":0,\
                "members":[%s]}]}""".formatted(members));

        JsonNode sizes = Http.json(rest.post("/v1/segments/estimate-size", "{\"rule\":\"101T\"}"))
                .path("audienceSizes");

        assertThat(sizes.findValuesAsText("timeWindow")).containsExactly("DAYS7", "DAYS30", "DAYS60");
        assertThat(sizes.path(0).path("size").asInt()).isEqualTo(1_000);
        assertThat(sizes.path(0).path("confidenceInterval").toString()).isEqualTo("{\"high\":1100,\"low\":900}");
    }

    @Test
    void a17_a_destination_goes_when_its_mappings_are_gone() throws IOException {
        long mapping = rest.read("/v1/destinations/" + destination + "/mappings")
                .path(0)
                .path("mappingId")
                .asLong();

        int gone = rest.delete("/v1/destinations/" + destination + "/segments/" + mapping)
                .statusCode();

        assertThat(gone).isEqualTo(204);
        assertThat(rest.read("/v1/destinations/" + destination + "/mappings?includeDeletedEntities=true")
                        .path(0)
                        .path("elementStatus")
                        .asText())
                .isEqualTo("deleted");
        assertThat(rest.delete("/v1/destinations/" + destination).statusCode()).isEqualTo(204);
    }

    @Test
    void a18_several_traits_are_deleted_at_once() throws IOException {
        HttpResponse<String> answer = rest.post(
                "/v1/traits/bulk-delete", "[%d,\"%d\"]".formatted(rest.trait(13701, ""), rest.trait(13701, "")));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(rest.read("/v1/traits/")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"uniqueTraitIntegrationCodes, 409", "inboundS2S, 201"})
    void a21_a_code_used_twice_is_a_conflict_where_codes_are_unique(String flag, int status) throws IOException {
        long source = Http.json(rest.post("/v1/datasources/", "{\"name\":\"Own\",\"%s\":true}".formatted(flag)))
                .path("dataSourceId")
                .asLong();
        String body = """
                {"name":"x","traitType":"ON_BOARDED_TRAIT","dataSourceId":%d,"folderId":0,"integrationCode":"once"}""".formatted(source);
        rest.post("/v1/traits", body);

        assertThat(rest.post("/v1/traits", body).statusCode()).isEqualTo(status);
    }

    @Test
    void a22_without_rights_everything_but_the_user_itself_is_forbidden_until_it_is_in_a_group() throws IOException {
        sandbox.audienceManagerServer().rights(true, true);
        int unknown = rest.get("/v1/traits").statusCode();
        sandbox.audienceManagerServer().rights(true, false);
        JsonNode self = rest.read("/v1/users/self");
        int alone = rest.get("/v1/traits").statusCode();
        sandbox.audienceManagerServer().rights(true, true);

        assertThat(unknown).isEqualTo(403);
        assertThat(self.path("groups")).isEmpty();
        assertThat(alone).isEqualTo(403);
        assertThat(rest.get("/v1/traits").statusCode()).isEqualTo(200);
        assertThat(rest.read("/v1/users/self").path("groups")).hasSize(1);
    }

    @Test
    void a24_a_report_is_a_table_with_a_column_for_each_day_and_may_be_asked_for_by_a_form() throws IOException {
        Http.post(sandbox.control().resolve("/seed"), "application/json", """
                {"traits":[{"sid":101,"name":"A, \\"B\\"","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,\
                "folderId":0,"members":["10000000000000000000000000000000000001"]}]}""");
        long now = sandbox.clock().millis();

        HttpResponse<String> answer = Http.send(rest.request("/v1/reports/traits-trend")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("startDate=" + (now - 86_400_000L) + "&endDate="
                        + now + "&interval=1D&sids=101&sids=" + trait + "&traitMetricsType=DEVICE")));

        List<String> lines = answer.body().lines().toList();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).split(",")).hasSize(6);
        assertThat(lines.get(1)).startsWith("101,13701,").endsWith("\"A, \"\"B\"\"\",0,1");
        assertThat(lines.get(2)).endsWith(",0,0");
    }
}

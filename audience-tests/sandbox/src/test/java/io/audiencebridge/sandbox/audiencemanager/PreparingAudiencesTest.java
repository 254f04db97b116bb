// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparingAudiencesTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private Rest rest;

    @BeforeEach
    void signIn() throws IOException {
        rest = new Rest(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_company_has_data_sources_merge_rules_and_destinations_from_the_start() throws IOException {
        SandboxAudienceManager data = sandbox.audienceManagerData();

        JsonNode visitors = rest.read("/v1/datasources/" + data.visitorDataSourceId());
        JsonNode declared =
                rest.read("/v1/datasources/?integrationCode=AdobeCampaignID").path(0);
        JsonNode destination = rest.read("/v1/destinations/" + data.declaredDestinationId());

        assertThat(visitors.path("marketingCloudVisitorIdVersion").asInt()).isOne();
        assertThat(declared.path("dataSourceId").asLong()).isEqualTo(data.declaredDataSourceId());
        assertThat(declared.path("idType").asText()).isEqualTo("CROSS_DEVICE");
        assertThat(destination.path("destinationType").asText()).isEqualTo("S2S");
        assertThat(destination.path("mappings").isNull()).isTrue();
        assertThat(rest.read("/v1/users/self").path("pid").asLong()).isEqualTo(data.pid());
    }

    @Test
    void a_trait_is_created_with_defaults_and_found_by_its_integration_code() throws IOException {
        HttpResponse<String> created = rest.post("/v1/traits/", """
                {"name":"VIP","traitType":"ON_BOARDED_TRAIT","dataSourceId":"13701","folderId":0.0,\
                "integrationCode":"vip 1/a"}""");

        JsonNode trait = Http.json(created);
        JsonNode found = rest.read("/api/v1/traits/ic:vip%201%2Fa/");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(trait.path("ttl").asInt()).isEqualTo(120);
        assertThat(trait.path("dataSourceId").isNumber()).isTrue();
        assertThat(trait.path("createTime").asLong())
                .isCloseTo(sandbox.clock().millis(), org.assertj.core.api.Assertions.within(60_000L));
        assertThat(found.path("sid").asLong()).isEqualTo(trait.path("sid").asLong());
        assertThat(rest.get("/v1/traits/ic:none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_segment_shows_its_rule_unescaped_only_when_asked_to() throws IOException {
        long trait = rest.trait(13701, "");
        rest.post("/v1/segments/", """
                {"name":"A & B","segmentRule":"%dT","dataSourceId":13701,"folderId":0}""".formatted(trait));

        String plain = rest.get("/v1/segments/").body();
        String escaped = Http.send(java.net.http.HttpRequest.newBuilder(
                                sandbox.audienceManager().resolve("/v1/segments/"))
                        .header("Authorization", "Bearer " + rest.token()))
                .body();

        assertThat(plain).contains("\"A & B\"");
        assertThat(escaped).contains("\"A &amp; B\"");
    }

    @Test
    void a_list_is_an_array_without_paging_and_a_page_with_it() throws IOException {
        long trait = rest.trait(13701, "");
        for (String name : new String[] {"b", "C", "a"}) {
            rest.post("/v1/segments/", """
                    {"name":"%s","segmentRule":"%dT","dataSourceId":13701,"folderId":0}""".formatted(name, trait));
        }

        JsonNode all = rest.read("/v1/segments/");
        JsonNode page = rest.read("/v1/segments/?page=0&pageSize=2&sortBy=name&descending=True&search=");
        JsonNode rest2 = rest.read("/v1/segments/?page=1&pageSize=2&sortBy=name&descending=true");

        assertThat(all.isArray()).isTrue();
        assertThat(all).hasSize(3);
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("list").findValuesAsText("name")).containsExactly("C", "b");
        assertThat(rest2.path("list").findValuesAsText("name")).containsExactly("a");
        assertThat(rest.read("/v1/segments/?search=zzz")).isEmpty();
        assertThat(rest.read("/v1/segments/?containsTrait=" + trait)).hasSize(3);
    }

    @Test
    void a_segment_is_mapped_and_its_destinations_are_found() throws IOException {
        long segment = rest.segment(13701, rest.trait(13701, "") + "T", "");

        long mapping = rest.mapping(20101, segment, ",\"traitAlias\":\"vip\"");

        JsonNode found = rest.read("/v1/destinations?containsSegment=" + segment);
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("destinationId").asLong()).isEqualTo(20101);
        assertThat(found.path(0).path("mappings").path(0).path("traitAlias").asText())
                .isEqualTo("vip");
        assertThat(rest.read("/v1/destinations/20101/mappings/" + mapping)
                        .path("orderId")
                        .asLong())
                .isEqualTo(20101);
        assertThat(rest.delete("/v1/segments/" + segment).statusCode()).isEqualTo(409);
        assertThat(rest.delete("/v1/destinations/20101/mappings/" + mapping).statusCode())
                .isEqualTo(204);
        assertThat(rest.delete("/v1/segments/" + segment).statusCode()).isEqualTo(204);
    }

    @Test
    void a_second_mapping_of_a_segment_and_a_code_given_twice_are_conflicts() throws IOException {
        long segment = rest.segment(13701, rest.trait(13701, "") + "T", "");
        rest.mapping(20101, segment, "");
        JsonNode source =
                Http.json(rest.post("/v1/datasources/", "{\"name\":\"Own\",\"uniqueTraitIntegrationCodes\":\"true\"}"));
        long owner = source.path("dataSourceId").asLong();
        rest.trait(owner, ",\"integrationCode\":\"once\"");

        HttpResponse<String> mapping = rest.post("/v1/destinations/20101/mappings", """
                {"sid":%d,"traitType":"SEGMENT","startDate":"2020-01-01"}""".formatted(segment));
        HttpResponse<String> trait = rest.post("/v1/traits", """
                {"name":"x","traitType":"ON_BOARDED_TRAIT","dataSourceId":%d,"folderId":0,"integrationCode":"once"}""".formatted(owner));

        assertThat(mapping.statusCode()).isEqualTo(409);
        assertThat(trait.statusCode()).isEqualTo(409);
    }

    @Test
    void a_body_with_several_faults_is_refused_with_all_of_them() throws IOException {
        HttpResponse<String> answer = rest.post("/v1/segments/", """
                {"segmentRule":"1T","dataSourceId":99,"mergeRuleDataSourceId":13702,"status":"SLEEPING"}""");

        JsonNode body = Http.json(answer);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(body.path("message").asText()).isNotEmpty();
        assertThat(body.path("childMessages").toString())
                .contains("name is required", "folderId is required", "99", "13702 is no profile merge rule", "status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%1$dT; 200",
                "(%1$dT OR %2$dT) AND NOT (%1$dT); 200",
                "%1$dT and not %2$dT or (%2$dT); 200",
                "NOT %1$dT; 400",
                "%1$d; 400",
                "T%1$d; 400",
                "%1$dT %2$dT; 400",
                "(%1$dT; 400",
                "77T; 400",
                "frequency([%1$dT] <= 5D) >= 1; 400",
            })
    void a_segment_rule_is_read_or_refused(String rule, int status) throws IOException {
        String text = rule.formatted(rest.trait(13701, ""), rest.trait(13701, ""));

        HttpResponse<String> answer = rest.post("/v1/segments/validate/", "{\"rule\":\"" + text + "\"}");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/segments/7; 404",
                "/v1/nothing; 404",
                "/; 404",
                "/v1/segments/?page=x; 400",
            })
    void what_is_not_there_or_not_understood_has_a_message(String path, int status) throws IOException {
        HttpResponse<String> answer = rest.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Http.json(answer).path("message").asText()).isNotEmpty();
    }

    @Test
    void a_body_that_is_no_json_and_a_file_destination_are_refused() throws IOException {
        assertThat(rest.post("/v1/traits/", "{").statusCode()).isEqualTo(400);
        assertThat(rest.post("/v1/destinations/", "{\"name\":\"D\",\"destinationType\":\"S2S\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_trait_in_use_stays_and_a_replaced_one_needs_its_whole_body() throws IOException {
        long trait = rest.trait(13701, "");
        rest.segment(13701, trait + "T", "");

        assertThat(rest.delete("/v1/traits/" + trait).statusCode()).isEqualTo(409);
        assertThat(rest.put("/v1/traits/" + trait, "{\"name\":\"New\"}").statusCode())
                .isEqualTo(400);
        assertThat(rest.put("/v1/traits/" + trait, """
                        {"name":"New","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":0,\
                        "traitRule":"ic==%d"}""".formatted(trait)).statusCode())
                .isEqualTo(200);
        assertThat(rest.read("/v1/traits/" + trait).path("traitRuleVersion").asInt())
                .isEqualTo(2);
    }

    @Test
    void folders_form_a_tree_with_paths() throws IOException {
        JsonNode outer = Http.json(rest.post("/v1/folders/segments/", "{\"name\":\"A\",\"parentFolderId\":0}"));
        long id = outer.path("folderId").asLong();
        rest.post("/v1/folders/segments/", "{\"name\":\"B\",\"parentFolderId\":%d}".formatted(id));

        JsonNode root = rest.read("/v1/folders/segments/0?includeSubFolders=true");

        assertThat(root.path("subFolders").path(0).path("path").asText()).isEqualTo("/A");
        assertThat(root.findValuesAsText("path")).contains("/", "/A", "/A/B");
        assertThat(rest.delete("/v1/folders/segments/" + id).statusCode()).isEqualTo(409);
    }
}

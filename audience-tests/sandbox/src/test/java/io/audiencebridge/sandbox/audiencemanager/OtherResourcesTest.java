// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the golden cases leave out of sections 2.4 to 2.11. */
class OtherResourcesTest {
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
    void global_data_sources_are_there_for_those_who_ask_and_nobody_changes_them() throws IOException {
        JsonNode own = rest.read("/v1/datasources/");
        JsonNode all = rest.read("/v1/datasources/?includeThirdParty=true");

        assertThat(all.size()).isEqualTo(own.size() + 8);
        assertThat(rest.read("/v1/datasources/20914").path("integrationCode").asText())
                .isEqualTo("DSID_20914");
        assertThat(rest.read("/v1/datasources/ic:DSID_20915").path("pid").asInt())
                .isZero();
        assertThat(rest.delete("/v1/datasources/20914").statusCode()).isEqualTo(403);
        assertThat(rest.read("/v1/datasources/configurations/available-id-types"))
                .hasSize(3);
    }

    @Test
    void a_data_source_samples_errors_for_two_weeks_from_when_that_is_switched_on() throws IOException {
        long id = source(",\"uniqueTraitIntegrationCodes\":true");
        String body = "{\"name\":\"Own\",\"samplingEnabled\":\"true\",\"uniqueTraitIntegrationCodes\":\"false\"}";

        JsonNode first = Http.json(rest.put("/v1/datasources/" + id, body));
        JsonNode again = Http.json(rest.put("/v1/datasources/" + id, body));

        long start = first.path("samplingStartTime").asLong();
        assertThat(first.path("samplingEndTime").asLong() - start).isEqualTo(14 * 86_400_000L);
        assertThat(again.path("samplingStartTime").asLong()).isEqualTo(start);
        assertThat(again.path("uniqueTraitIntegrationCodes").asBoolean()).isTrue();
    }

    @Test
    void receipts_go_to_those_who_are_on_the_list() throws IOException {
        String list = "/v1/datasources/13701/inbound-mailing-list";

        int added = rest.post(list + "/ann%40example.com", "").statusCode();
        JsonNode one = rest.read(list);
        int removed = rest.delete(list + "/ann@example.com").statusCode();

        assertThat(added).isEqualTo(201);
        assertThat(one.toString()).isEqualTo("[\"ann@example.com\"]");
        assertThat(removed).isEqualTo(204);
        assertThat(rest.read(list)).isEmpty();
        assertThat(rest.delete(list + "/ann@example.com").statusCode()).isEqualTo(404);
        assertThat(rest.post(list + "/ann", "").statusCode()).isEqualTo(400);
    }

    @Test
    void data_sources_are_deleted_at_once_unless_one_is_used() throws IOException {
        long used = source("");
        rest.trait(used, "");
        long idle = source("");

        assertThat(rest.post("/v1/datasources/bulk-delete", "[%d,%d]".formatted(idle, used))
                        .statusCode())
                .isEqualTo(409);
        assertThat(rest.post("/v1/datasources/bulk-delete", "[%d]".formatted(idle))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void the_rules_that_a_trait_had_are_told() throws IOException {
        long trait = rest.trait(13701, "");
        rest.put("/v1/traits/" + trait, """
                {"name":"T","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":0,"traitRule":"ic==%d"}""".formatted(trait));

        JsonNode versions = rest.read("/v1/traits/" + trait + "/trait-rule/versions");

        assertThat(versions.findValuesAsText("traitRuleVersion")).containsExactly("1", "2");
        assertThat(versions.path(1).path("traitRule").asText()).isEqualTo("ic==" + trait);
    }

    @Test
    void a_derived_signal_needs_its_four_parts_of_at_most_228_characters() throws IOException {
        String body = "{\"sourceKey\":\"a\",\"sourceValue\":\"1\",\"targetKey\":\"b\",\"targetValue\":\"%s\"}";
        JsonNode created = Http.json(rest.post("/v1/signals/derived/", body.formatted("2")));
        String path = "/v1/signals/derived/" + created.path("derivedSignalId").asText();

        assertThat(rest.put(path, body.formatted("3")).statusCode()).isEqualTo(200);
        assertThat(rest.read(path).path("targetValue").asText()).isEqualTo("3");
        assertThat(rest.post("/v1/signals/derived", body.formatted("x".repeat(229)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(rest.post("/v1/signals/derived", "{\"sourceKey\":\"a\"}").body())
                .contains("sourceValue", "targetKey", "targetValue");
        assertThat(rest.delete(path).statusCode()).isEqualTo(204);
    }

    @Test
    void regions_are_told_and_cannot_be_changed() throws IOException {
        JsonNode regions = rest.read("/v1/dcs-regions/");

        assertThat(regions).hasSize(8);
        assertThat(rest.read("/v1/dcs-regions/9").path("host").asText()).isEqualTo("usw2.demdex.net");
        assertThat(rest.delete("/v1/dcs-regions/9").statusCode()).isEqualTo(405);
        assertThat(rest.post("/v1/dcs-regions/", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void a_trait_type_is_made_by_its_name_and_stays_while_a_trait_is_of_it() throws IOException {
        long type = Http.json(rest.post("/v1/customer-trait-types", "{\"name\":\"Mine\"}"))
                .path("pixelType")
                .asLong();
        rest.trait(13701, ",\"type\":" + type);

        assertThat(rest.read("/v1/customer-trait-types").findValuesAsText("name"))
                .containsExactly("Mine");
        assertThat(rest.delete("/v1/customer-trait-types/" + type).statusCode()).isEqualTo(409);
    }

    @Test
    void a_folder_lists_what_lies_in_it_and_folders_lie_at_most_five_deep() throws IOException {
        long parent = 0;
        HttpResponse<String> last = null;
        for (int depth = 1; depth <= 6; depth++) {
            last = rest.post("/v1/folders/traits/", "{\"name\":\"F\",\"parentFolderId\":%d}".formatted(parent));
            parent = depth < 6 ? Http.json(last).path("folderId").asLong() : parent;
        }
        long trait = Http.json(rest.post("/v1/traits", """
                {"name":"T","traitType":"ON_BOARDED_TRAIT","dataSourceId":13701,"folderId":%d}""".formatted(parent)))
                .path("sid")
                .asLong();

        JsonNode content = rest.read("/v1/folders/traits/" + parent + "/traits/");

        assertThat(content.findValuesAsText("sid")).containsExactly(Long.toString(trait));
        assertThat(last.statusCode()).isEqualTo(409);
    }

    @Test
    void segments_move_to_another_merge_rule_and_are_deleted_at_once() throws IOException {
        String rule = rest.trait(13701, "") + "T";
        long one = rest.segment(13701, rule, "");
        long other = rest.segment(13701, rule, "");

        int moved = rest.post("/v1/segments/bulk-merge-rule-replace", """
                {"existingMergeRuleDataSourceId":13704,"replaceWithMergeRuleDataSourceId":13703}""").statusCode();
        int wrong = rest.post("/v1/segments/bulk-merge-rule-replace", """
                {"existingMergeRuleDataSourceId":13703,"replaceWithMergeRuleDataSourceId":13702}""").statusCode();

        assertThat(moved).isEqualTo(200);
        assertThat(wrong).isEqualTo(400);
        assertThat(rest.read("/v1/segments?mergeRuleDataSourceId=13703")).hasSize(2);
        assertThat(rest.get("/v1/segments?containsTraitFromDataSource=13701").statusCode())
                .isEqualTo(404);
        assertThat(rest.post("/v1/segments/bulk-delete", "[%d,%d]".formatted(one, other))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void mappings_are_made_at_once_and_changed_under_both_paths() throws IOException {
        String rule = rest.trait(13701, "") + "T";
        long one = rest.segment(13701, rule, "");
        long other = rest.segment(13701, rule, "");

        JsonNode made = Http.json(rest.post("/v1/destinations/20101/bulk-create", """
                [{"sid":%d,"traitType":"SEGMENT","startDate":"2026-01-01"},\
                {"sid":%d,"traitType":"SEGMENT","startDate":"2026-01-01"}]""".formatted(one, other)));
        String change = "{\"sid\":%d,\"traitType\":\"SEGMENT\",\"startDate\":\"2026-02-01\",\"traitAlias\":\"vip\"}"
                .formatted(one);
        long mapping = made.path(0).path("destinationMappingId").asLong();
        rest.put("/v1/destinations/mappings/" + mapping, change);

        assertThat(made).hasSize(2);
        assertThat(rest.read("/v1/destinations/20101/traits/" + mapping)
                        .path("traitAlias")
                        .asText())
                .isEqualTo("vip");
        assertThat(rest.read("/v1/destinations/20101/mappings?page=0&pageSize=1")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(rest.read("/v1/destinations/configurations/available-platforms"))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"SID, SEGMENT", "IC, code-1", "NONE, null"})
    void a_destination_may_fill_in_the_alias(String filler, String alias) throws IOException {
        long segment = rest.segment(13701, rest.trait(13701, "") + "T", ",\"integrationCode\":\"code-1\"");
        long destination = rest.destination("""
                {"name":"D","destinationType":"PUSH","serializationEnabled":false,"mappingAutoFiller":"%s"}""".formatted(filler));

        long mapping = rest.mapping(destination, segment, "");

        assertThat(rest.read("/v1/destinations/" + destination + "/mappings/" + mapping)
                        .path("traitAlias")
                        .asText())
                .isEqualTo(alias.replace("SEGMENT", Long.toString(segment)));
    }

    @Test
    void the_api_answers_under_all_its_prefixes() throws IOException {
        for (String prefix : List.of("/v1", "/api/v1", "/portal/api/v1", "//v1//")) {
            assertThat(rest.get(prefix + "/traits/limits/").statusCode())
                    .as(prefix)
                    .isEqualTo(200);
        }
        assertThat(rest.get("/portal/v1/traits/limits").statusCode()).isEqualTo(404);
    }

    @Test
    void a_call_too_many_is_told_when_to_come_again() throws IOException {
        sandbox.faults(FaultRule.once(
                FaultMatch.system("audienceManager"), new FaultEffect.Status(429, "{}", Map.of("Retry-After", "1"))));

        HttpResponse<String> first = rest.get("/v1/traits");

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(rest.get("/v1/traits").statusCode()).isEqualTo(200);
    }

    private long source(String more) throws IOException {
        return Http.json(rest.post("/v1/datasources/", "{\"name\":\"Own\"" + more + "}"))
                .path("dataSourceId")
                .asLong();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** The contradictions C7 and C14 of section 0.2, and the limits of section 2.11. */
class TurningSwitchesTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final SandboxAudienceManagerServer server = sandbox.audienceManagerServer();
    private Rest rest;
    private long segment;

    @BeforeEach
    void prepare() throws IOException {
        rest = new Rest(sandbox);
        segment = rest.segment(13701, rest.trait(13701, "") + "T", "");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void c7_a_segment_can_be_mapped_to_a_file_destination_or_cannot() throws IOException {
        server.set("mapFileDestinations", false);
        String body = "{\"sid\":%d,\"traitType\":\"SEGMENT\",\"startDate\":\"2026-01-01\"}".formatted(segment);

        HttpResponse<String> refused = rest.post("/v1/destinations/20101/mappings/", body);
        server.set("mapFileDestinations", true);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(rest.post("/v1/destinations/20101/mappings/", body).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"upper, \"ACTIVE\", \"active\"", "lower, \"active\", \"active\"", "number, 1, 1"})
    void c14_a_status_has_one_of_three_spellings(String spelling, String destination, String element)
            throws IOException {
        long mapping = rest.mapping(20101, segment, "");

        server.set("statusSpelling", spelling);

        assertThat(rest.read("/v1/destinations/20101").path("status").toString())
                .isEqualTo(destination);
        assertThat(rest.read("/v1/destinations/20101/mappings/" + mapping)
                        .path("elementStatus")
                        .toString())
                .isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource({
        "mappingIdSpelling, mappingId, 'destinationMappingId,traitToDataOrderId'",
        "mappingIdSpelling, traitToDataOrderId, 'mappingId,destinationMappingId'",
        "parentSpelling, orderId, destinationId",
        "parentSpelling, destinationId, orderId",
    })
    void c14_a_mapping_and_its_destination_have_one_name_or_all(String name, String chosen, String others)
            throws IOException {
        long mapping = rest.mapping(20101, segment, "");
        String path = "/v1/destinations/20101/mappings/" + mapping;
        JsonNode all = rest.read(path);

        server.set(name, chosen);

        JsonNode one = rest.read(path);
        assertThat(one.has(chosen)).isTrue();
        for (String other : others.split(",", -1)) {
            assertThat(all.has(other)).isTrue();
            assertThat(one.has(other)).isFalse();
        }
    }

    @Test
    void a_mappings_first_day_may_be_shown_as_the_day_before() throws IOException {
        long mapping = rest.mapping(20101, segment, "");

        server.set("startDateShifted", true);

        assertThat(rest.read("/v1/destinations/20101/mappings/" + mapping)
                        .path("startDate")
                        .asText())
                .isEqualTo("2019-12-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "traitLimit; 1; /v1/traits; {\"name\":\"T\",\"traitType\":\"ON_BOARDED_TRAIT\",\"dataSourceId\":13701,\"folderId\":0}",
                "destinationLimit; 2; /v1/destinations; {\"name\":\"D\",\"destinationType\":\"PUSH\",\"serializationEnabled\":false}",
                "traitFolderLimit; 0; /v1/folders/traits; {\"name\":\"F\",\"parentFolderId\":0}",
                "derivedSignalLimit; 0; /v1/signals/derived; {\"sourceKey\":\"a\",\"sourceValue\":\"1\",\"targetKey\":\"b\",\"targetValue\":\"2\"}",
            })
    void one_more_than_the_limit_is_refused(String name, long limit, String path, String body) throws IOException {
        server.set(name, limit);
        int refused = rest.post(path, body).statusCode();
        server.set(name, limit + 1);

        assertThat(refused).isEqualTo(409);
        assertThat(rest.post(path, body).statusCode()).isEqualTo(201);
    }

    @Test
    void limits_are_told_with_what_is_used() throws IOException {
        server.set("segmentLimit", 7);

        assertThat(rest.read("/v1/segments/limits").toString()).isEqualTo("{\"totalLimit\":7,\"total\":1}");
        assertThat(rest.read("/v1/traits/limits")
                        .path("onboarded")
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(rest.read("/v1/destinations/limits")
                        .path("serverToServer")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_wrong_setting_changes_nothing_and_a_reset_turns_everything_back() throws IOException {
        HttpResponse<String> wrong = settings("{\"audienceManager\":{\"rbac\":true,\"statusSpelling\":\"loud\"}}");
        HttpResponse<String> unknown = settings("{\"audienceManager\":{\"rbac\":true,\"noise\":1}}");
        int allowed = rest.get("/v1/traits").statusCode();
        server.set("rbac", true);
        int forbidden = rest.get("/v1/traits").statusCode();

        sandbox.reset();
        rest.signIn();

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("statusSpelling", "upper");
        assertThat(unknown.body()).contains("noise", "revokeTokens", "mapFileDestinations");
        assertThat(allowed).isEqualTo(200);
        assertThat(forbidden).isEqualTo(403);
        assertThat(rest.get("/v1/traits").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> server.set("noise", true)).isInstanceOf(IllegalArgumentException.class);
    }

    private HttpResponse<String> settings(String json) throws IOException {
        return Http.post(sandbox.control().resolve("/settings"), "application/json", json);
    }
}

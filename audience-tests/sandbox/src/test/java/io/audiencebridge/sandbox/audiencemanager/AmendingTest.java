// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is there becomes otherwise, by the control API. */
class AmendingTest {
    private static final FileBench BENCH = new FileBench();
    private static final String VISITOR = "00000000000000000000000000000000000017";
    private Rest rest;

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.trait(24, 13701, ",\"members\":[\"" + VISITOR + "\"]");
        rest = new Rest(BENCH.sandbox);
    }

    @AfterAll
    static void stop() {
        BENCH.close();
    }

    @Test
    void a_thing_is_found_by_its_name_and_its_members_are_overwritten() throws IOException {
        BENCH.seed("{\"amend\":{\"segments\":[{\"name\":\"Segment 800024\",\"set\":{\"status\":\"INACTIVE\"}}]}}");

        JsonNode segment = rest.read("/v1/segments/" + FileBench.segmentOf(24));

        assertThat(segment.path("status").asText()).isEqualTo("INACTIVE");
        assertThat(segment.path("segmentRule").asText()).isEqualTo("24T");
    }

    @Test
    void a_thing_becomes_older_than_it_is() throws IOException {
        BENCH.seed("{\"amend\":{\"traits\":[{\"sid\":24,\"age\":\"PT5H\",\"changedAgo\":\"PT1H\"}]}}");

        JsonNode trait = rest.read("/v1/traits/24");

        long age = trait.path("updateTime").asLong() - trait.path("createTime").asLong();
        assertThat(Duration.ofMillis(age)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void a_merge_rule_that_reads_nobody_shows_nobody() throws IOException {
        BENCH.seed(
                "{\"traits\":[{\"sid\":30,\"name\":\"People\",\"traitType\":\"ON_BOARDED_TRAIT\",\"dataSourceId\":13702,\"folderId\":0,\"ttl\":0,\"members\":[\"CRM-1\"]}]}");
        BENCH.segment(31, "30T", 13703);
        assertThat(BENCH.data().members("31", 13702)).containsExactly("CRM-1");

        BENCH.seed(
                "{\"amend\":{\"dataSources\":[{\"dataSourceId\":13703,\"set\":{\"crossDeviceDataSourceIds\":[]}}]}}");

        assertThat(BENCH.data().members("31", 13702)).isEmpty();
    }

    @Test
    void a_mapping_is_made_and_removed_by_its_segment_s_name() throws IOException {
        BENCH.seed("{\"mappings\":[{\"destinationId\":20101,\"sid\":" + FileBench.segmentOf(24)
                + ",\"traitType\":\"SEGMENT\",\"startDate\":\"2026-01-01\"}]}");
        int mapped = rest.read("/v1/destinations/20101/mappings/").size();

        BENCH.seed(
                "{\"amend\":{\"mappings\":[{\"name\":\"Segment 800024\",\"destinationId\":20101,\"delete\":true}]}}");

        assertThat(mapped).isEqualTo(1);
        assertThat(rest.read("/v1/destinations/20101/mappings/")).isEmpty();
    }

    @Test
    void what_cannot_be_understood_changes_nothing() throws IOException {
        String wrong = "{\"amend\":{\"traits\":[{\"sid\":24,\"set\":{\"ttl\":3}},{\"sid\":99,\"delete\":true}]}}";

        HttpResponse<String> answer = Http.post(BENCH.sandbox.control().resolve("/seed"), "application/json", wrong);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("no such thing among traits");
        assertThat(rest.read("/v1/traits/24").path("ttl").asInt()).isZero();
    }

    @Test
    void objects_are_put_into_buckets_and_taken_out() throws IOException {
        String bucket = BENCH.sandbox.inboundBucket();
        BENCH.seed("{\"objects\":[{\"bucket\":\"" + bucket + "\",\"key\":\"a/1\",\"text\":\"\"},{\"bucket\":\"" + bucket
                + "\",\"key\":\"b/1\",\"text\":\"x\",\"gzip\":true}]}");
        int put = BENCH.sandbox.objects().list(bucket).size();

        BENCH.seed("{\"objects\":[{\"bucket\":\"" + bucket + "\",\"prefix\":\"a/\",\"delete\":true}]}");

        assertThat(put).isEqualTo(2);
        assertThat(BENCH.sandbox.objects().list(bucket)).hasSize(1);
    }
}

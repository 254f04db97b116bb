// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.AUDIENCES;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOW;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOWS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudienceQuery;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformRuns;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingHostileAnswersTest {
    private final PlatformBench bench = new PlatformBench(settings -> settings.http(
            HttpSettings.builder().maxAttempts(1).maxAnswerBytes(1 << 20).build()));

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Sign in</html>",
                "{'children':[{'id':'1'",
                "{'children':[]} trailing",
                "",
                "null",
                "7",
                "{'children':{'id':'1'}}",
                "{'children':'1'}",
                "{'children':[7]}",
                "{'children':[{'name':'no id'}]}",
                "{'children':[{'id':{'x':1}}]}"
            })
    void what_is_no_list_is_a_breach_of_protocol(String body) {
        bench.api.answers("GET " + AUDIENCES, 200, body);

        BridgeError error = audiences().all().getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).doesNotContain("Sign in", "token-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'f'}",
                "{'items':[]}",
                "{'items':[{'id':'f'}]}",
                "{'items':[{'id':7,'etag':{}}]}",
                "[]",
                "<html/>"
            })
    void what_is_no_flow_is_a_breach_of_protocol(String body) {
        bench.api.answers("GET " + FLOWS + "/" + FLOW, 200, body);

        assertThat(bench.client(PlatformFlows.class).find(FLOW, OPTIONS).getLeft())
                .isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void members_of_the_wrong_type_are_as_good_as_none() {
        bench.api.answers(
                "GET " + FLOWS + "/" + FLOW,
                200,
                "{'id':'f','etag':'e','name':[],'createdAt':'x','updatedAt':99999999999999999999999,'sourceConnectionIds':{},"
                        + "'transformations':[7,{'params':{'segmentSelectors':{'selectors':[null,{},{'value':7},"
                        + "{'value':{'id':'a','exportMode':'NEW','schedule':{'frequency':'HOURLY','startDate':'soon'}}}]}}}]}");

        var flow = bench.client(PlatformFlows.class).find(FLOW, OPTIONS).get().get();

        assertThat(flow.activations()).hasSize(1);
        assertThat(flow.activations().get(0).times()).isEmpty();
        assertThat(flow.created()).isEmpty();
    }

    @Test
    void a_list_that_leads_back_to_itself_ends() {
        bench.api.answers(
                "GET " + AUDIENCES, 200, "{'children':[{'id':'1'}],'_links':{'next':{'href':'@/audiences?start=1'}}}");

        BridgeError error = audiences().all().getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains("leads back to itself");
        assertThat(bench.api.requests()).hasSize(2);
    }

    @Test
    void a_list_of_flows_that_leads_back_to_itself_ends() {
        bench.api.answers("GET " + FLOWS, 200, "{'items':[{'id':'1','etag':'e'}],'_page':{'next':'same'}}");

        Pages<?> flows = bench.client(PlatformFlows.class).destinations(OPTIONS);

        assertThat(flows.all().getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(flows.next().getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void a_list_that_tells_the_same_for_ever_under_new_marks_ends() {
        for (int page = 0; page < 40; page++) {
            bench.api.answers(
                    "GET " + AUDIENCES, 200, "{'children':[{'id':'1'}],'_page':{'next':'" + (page + 1) + "'}}");
        }

        assertThat(audiences().all().getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(bench.api.requests()).hasSizeLessThan(30);
    }

    @Test
    void pages_that_overlap_tell_nothing_twice() {
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[{'id':'1'},{'id':'2'}],'_page':{'next':'1'}}");
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[{'id':'2'},{'id':'3'}],'_page':{}}");

        assertThat(audiences().all().get().map(PlatformAudience::id)).containsExactly("1", "2", "3");
    }

    @Test
    void a_page_of_the_catalog_that_leads_to_itself_is_a_breach() {
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[{'id':'1'}],'_page':{'next':'5'}}");
        var query = AudienceQuery.builder()
                .connection(ConnectionName.of(ExperiencePlatformSettings.SYSTEM))
                .page("5")
                .build();

        assertThat(bench.client(AudienceCatalog.class)
                        .browse(query, ScriptedApi.call())
                        .getLeft())
                .isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void a_body_of_a_hundred_megabytes_is_not_read_to_its_end() {
        byte[] chunk = " ".repeat(100 << 20).getBytes(StandardCharsets.US_ASCII);
        bench.api.answers(
                "GET " + AUDIENCES,
                new MockResponse.Builder()
                        .code(200)
                        .body(new Buffer().write(chunk))
                        .build());

        BridgeError error = audiences().next().getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains("more than 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "429, Throttled",
        "500, Unavailable",
        "503, Unavailable",
        "302, ProtocolBreach",
        "404, NotFound",
        "409, Conflict",
        "418, RejectedBySystem"
    })
    void a_page_of_a_gateway_is_known_by_its_status_and_never_quoted(int status, String variant) {
        bench.api.answers("GET /data/foundation/flowservice/runs", status, "<html>Internal host db-7</html>");

        BridgeError error =
                bench.client(PlatformRuns.class).list(FLOW, OPTIONS).next().getLeft();

        assertThat(error.code()).isEqualTo(variant);
        assertThat(error.message()).doesNotContain("db-7").contains(Integer.toString(status));
    }

    private Pages<PlatformAudience> audiences() {
        return bench.client(PlatformAudiences.class).list(PlatformAudienceQuery.all(), OPTIONS);
    }
}

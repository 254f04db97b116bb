// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 6.10 of the protocol page. */
class CustomerDataTest {
    private static final String VISITOR = "22920112968019678612904394744954398990";

    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private Rest rest;
    private long onboarded;
    private long ruled;

    @BeforeEach
    void prepare() throws IOException {
        rest = new Rest(sandbox);
        onboarded = rest.trait(13702, "");
        ruled = Http.json(rest.post("/v1/traits/", """
                {"name":"Ruled","traitType":"RULE_BASED_TRAIT","dataSourceId":13702,"folderId":0,"traitRule":"c_x == 1"}""")).path("sid").asLong();
        sandbox.clock().advance(Duration.ofHours(4));
        rest.signIn();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_stream_changes_profiles_by_signals_and_traits() throws IOException {
        HttpResponse<String> answer = stream("""
                {"tracing_id":"mine","ops":[{"identities":[{"dataSourceId":13702,"value":"CRM1"}],\
                "traitEvaluation":{"data":[{"key":"c_x","value":1}]},"traitInput":{"traitIds":[%d]}}]}""".formatted(onboarded));

        JsonNode body = Http.json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.path("status").asText()).isEqualTo("SUCCESS");
        assertThat(body.path("tracingId").asText()).isEqualTo("mine");
        assertThat(body.path("transactionId").asText()).isNotEmpty();
        assertThat(traits(13702, "CRM1"))
                .contains("\"id\":" + onboarded, "\"id\":" + ruled, "\"last realization\":\"20");
    }

    @Test
    void an_overwrite_replaces_what_a_profile_has_of_the_target_and_a_delete_takes_away() throws IOException {
        String operation = """
                {"ops":[{"identities":[{"integrationCode":"AdobeCampaignID","value":"CRM1"}],\
                "traitInput":{"traitIds":[%d]},"targetDataSource":[13702],"operationType":"%s"}]}""";

        stream(operation.formatted(onboarded, "APPEND"));
        stream(operation.formatted(ruled, "OVERWRITE"));
        String overwritten = traits(13702, "CRM1");
        stream(operation.formatted(ruled, "DELETE"));

        assertThat(overwritten).contains("\"id\":" + ruled).doesNotContain("\"id\":" + onboarded);
        assertThat(traits(13702, "CRM1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'dataSourceId':99,'value':'x'; 'traitInput':{'traitIds':[1]}; 302",
                "'integrationCode':'none','value':'x'; 'traitInput':{'traitIds':[1]}; 302",
                "'dataSourceId':0,'value':'7'; 'traitInput':{'traitIds':[1]}; 102",
                "'dataSourceId':20915,'value':'97987bca-ae59-4c7d-94ba-ee4f19ab8c21'; 'traitInput':{'traitIds':[1]}; 312",
                "'dataSourceId':13702,'value':''; 'traitInput':{'traitIds':[1]}; 300",
                "'dataSourceId':13702,'value':'x'; 'operationType':'OVERWRITE'; 0",
                "'dataSourceId':13702,'value':'x'; 'operationType':'OVERWRITE','targetDataSource':[1,2]; 0",
                "'dataSourceId':13702,'value':'x'; 'traitInput':{'traitIds':[1]},'operationType':'MERGE'; 0",
            })
    void a_malformed_operation_is_told_by_its_number_and_nothing_is_done(String identity, String rest, int code)
            throws IOException {
        HttpResponse<String> answer =
                stream("""
                {"ops":[{"identities":[{"dataSourceId":13702,"value":"good"}],"traitInput":{"traitIds":[%d]}},\
                {"identities":[{%s}],%s}]}""".formatted(onboarded, identity.replace('\'', '"'), rest.replace('\'', '"')));

        JsonNode body = Http.json(answer);
        JsonNode error = body.path("errors").path(0);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(body.path("status").asText()).isEqualTo("BAD_REQUEST");
        assertThat(error.path("operationIndex").asInt()).isEqualTo(2);
        assertThat(error.path("details").path(0).path("errorCode").asInt()).isEqualTo(code);
        assertThat(profile(13702, "good").statusCode()).isEqualTo(404);
    }

    @Test
    void a_bad_request_has_the_name_that_is_set() throws IOException {
        Http.post(
                sandbox.control().resolve("/settings"),
                "application/json",
                "{\"dcs\":{\"badRequestName\":\"BAD_DATA\"}}");

        assertThat(Http.json(stream("{")).path("status").asText()).isEqualTo("BAD_DATA");
    }

    @Test
    void a_call_with_parameters_does_one_change_in_a_query_or_a_body_of_any_announced_type() throws IOException {
        String org = "d_orgid=" + sandbox.orgId().replace("@", "%40");

        HttpResponse<String> get =
                Http.send(request("/event/s2s/my,stream?" + org + "&d_sid=" + onboarded + "&d_cid=13702%2501CRM1"));
        HttpResponse<String> post = Http.send(request("/event/s2s/,")
                .POST(HttpRequest.BodyPublishers.ofString(
                        org + "&d_sid=" + onboarded + "," + ruled + "&d_uuid=" + VISITOR)));
        HttpResponse<String> without = Http.send(request("/event/s2s/a?d_sid=1&d_uuid=" + VISITOR));

        assertThat(Http.json(get).path("status").asText()).isEqualTo("SUCCESS");
        assertThat(traits(13702, "CRM1")).contains("\"id\":" + onboarded);
        assertThat(post.statusCode()).isEqualTo(200);
        assertThat(traits(0, VISITOR)).contains("\"id\":" + onboarded, "\"id\":" + ruled);
        assertThat(without.statusCode()).isEqualTo(400);
    }

    @Test
    void a_profile_shows_its_links_and_a_summary_for_each_region() throws IOException {
        Dcs.of(sandbox).event("d_uuid=" + VISITOR + "&d_cid=13702%01CRM1");

        JsonNode device = Http.json(Http.send(request("/profile/0/" + VISITOR + "?filter%5BregionId%5D=7,9")));
        JsonNode person = Http.json(profile(13702, "CRM1"));

        assertThat(device.path("summaries").findValuesAsText("regionId")).containsExactly("7", "9");
        assertThat(device.path("profile")
                        .path("namespace")
                        .path("integration code")
                        .asText())
                .isEqualTo("CORE");
        assertThat(device.path("profile").path("links").toString()).contains("\"CRM1\"", "linking datetime");
        assertThat(person.path("profile").path("links").path(0).path("id").asText())
                .isEqualTo(VISITOR);
        assertThat(profile(13702, "nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void a_call_needs_its_token_key_and_organisation() throws IOException {
        URI address = URI.create(sandbox.customerData() + "/profile/0/" + VISITOR);

        HttpResponse<String> bare = Http.send(HttpRequest.newBuilder(address));
        HttpResponse<String> foreign = Http.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + rest.token())
                .header("x-api-key", sandbox.clientId())
                .header("x-gw-ims-org-id", "0@AdobeOrg"));

        assertThat(bare.statusCode()).isEqualTo(401);
        assertThat(Http.json(bare).path("status").asText()).isEqualTo("UNAUTHORIZED");
        assertThat(foreign.statusCode()).isEqualTo(401);
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(sandbox.customerData() + target))
                .header("Authorization", "Bearer " + rest.token())
                .header("x-api-key", sandbox.clientId())
                .header("x-gw-ims-org-id", sandbox.orgId())
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> stream(String body) throws IOException {
        return Http.send(request("/stream/s1").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> profile(long dataSource, String id) throws IOException {
        return Http.send(request("/profile/" + dataSource + "/" + id));
    }

    private String traits(long dataSource, String id) throws IOException {
        return Http.json(profile(dataSource, id))
                .path("profile")
                .path("data")
                .path("traits")
                .toString();
    }
}

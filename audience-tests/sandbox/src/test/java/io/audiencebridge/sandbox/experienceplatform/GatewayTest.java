// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.Http;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases P1 and P2, and the table of section 1.10. */
class GatewayTest {
    private final Exports exports = new Exports();
    private Rest rest;

    @BeforeEach
    void signIn() throws IOException {
        rest = new Rest(exports.sandbox);
    }

    @AfterEach
    void stop() {
        exports.sandbox.close();
    }

    @ParameterizedTest(name = "{0} = {1} is {2} {4}")
    @CsvSource({
        "Authorization, '', 403, 403010, Oauth token is missing.",
        "Authorization, Bearer x.y.z, 401, 401013, Oauth token is not valid",
        "x-api-key, '', 403, 403000, Api Key is required",
        "x-api-key, other, 403, 403003, Api Key is invalid",
        "x-gw-ims-org-id, '', 400, 400003, Missing header",
        "x-gw-ims-org-id, 000000000000000000000000@AdobeOrg, 403, 403025, Profile is not valid",
    })
    void a_call_without_what_the_gateway_wants_is_refused(
            String header, String value, int status, String code, String message) throws IOException {
        for (String path : new String[] {Rest.FLOWS + "/flows", Rest.UPS + "/audiences"}) {
            HttpResponse<String> answer = Http.send(rest.request(path).setHeader(header, value));

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo("{\"error_code\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
        }
    }

    @Test
    void p1_a_call_without_any_header_lacks_its_token() throws IOException {
        HttpResponse<String> answer = Http.send(rest.bare(Rest.FLOWS + "/flows"));

        assertThat(answer.body()).isEqualTo("{\"error_code\":\"403010\",\"message\":\"Oauth token is missing.\"}");
    }

    @Test
    void p1_the_status_of_a_missing_token_may_be_401() throws IOException {
        exports.sandbox.experiencePlatformServer().set("missingTokenStatus", 401);

        assertThat(Http.send(rest.bare(Rest.FLOWS + "/flows")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void p2_without_a_sandbox_name_prod_serves_or_a_switch_refuses(boolean needed) throws IOException {
        exports.sandbox.experiencePlatformServer().set("sandboxNeeded", needed);
        Map<String, String> headers = new LinkedHashMap<>();
        rest.request("/").build().headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        headers.remove("x-sandbox-name");
        HttpRequest.Builder call = rest.bare(Rest.FLOWS + "/flows");
        headers.forEach(call::header);

        assertThat(Http.send(call).statusCode()).isEqualTo(needed ? 400 : 200);
    }

    @Test
    void a_token_ends_on_the_virtual_clock_and_when_all_are_revoked() throws IOException {
        exports.sandbox.clock().advance(Duration.ofHours(25));
        assertThat(rest.get(Rest.FLOWS + "/flows").statusCode()).isEqualTo(401);

        Rest again = new Rest(exports.sandbox);
        assertThat(again.get(Rest.FLOWS + "/flows").statusCode()).isEqualTo(200);
        exports.sandbox.experiencePlatformServer().revokeTokens();
        assertThat(again.get(Rest.FLOWS + "/flows").statusCode()).isEqualTo(401);
    }

    @Test
    void flow_service_may_give_the_code_as_a_number_and_the_identity_service_names_its_own() throws IOException {
        exports.sandbox.experiencePlatformServer().set("flowErrorCode", "number");

        HttpResponse<String> flows =
                Http.send(rest.request(Rest.FLOWS + "/flows").setHeader("Authorization", "Bearer x"));
        HttpResponse<String> identities =
                Http.send(rest.request("/data/core/idnamespace/identities").setHeader("Authorization", "Bearer x"));

        assertThat(flows.body()).isEqualTo("{\"error_code\":401013,\"message\":\"Oauth token is not valid\"}");
        assertThat(identities.statusCode()).isEqualTo(401);
        assertThat(identities.body()).contains("INVALID_IMS_TOKEN");
    }

    @Test
    void a_body_needs_a_content_type() throws IOException {
        HttpResponse<String> answer = Http.send(rest.request(Rest.FLOWS + "/connections")
                .setHeader("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"/placeholder/type/uri\",\"status\":400,\"title\":\"BadRequestError\","
                        + "\"detail\":\"A valid content-type must be specified\"}");
    }

    @Test
    void calls_are_recorded_and_faults_reach_them() throws IOException {
        exports.sandbox.faults(FaultRule.always("platform", new FaultEffect.Status(503)));

        assertThat(rest.get(Rest.FLOWS + "/flows").statusCode()).isEqualTo(503);
        assertThat(exports.sandbox.exchanges())
                .anyMatch(exchange -> exchange.system().equals("platform"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SigningInTest {
    private static final String COUNT = "<queryDef schema='nms:recipient' operation='count'/>";

    private final Sandbox sandbox = Sandbox.builder().recipients(3).start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void name_and_password_open_a_session() {
        Soap soap = Soap.signedIn(sandbox);

        assertThat(soap.query(COUNT).body()).contains("<recipient count='3'/>");
    }

    @Test
    void a_wrong_password_is_a_403_in_plain_text() {
        HttpResponse<String> answer = new Soap(sandbox).logon(sandbox.operator(), "wrong");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).startsWith("XSV-350012 Invalid login or password.");
    }

    @Test
    void a_call_without_a_session_is_a_fault_with_http_200() {
        HttpResponse<String> answer = new Soap(sandbox).query(COUNT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("SOAP-ENV:Fault").contains("XSV-350008");
    }

    @Test
    void a_session_ends_after_a_day() {
        Soap soap = Soap.signedIn(sandbox);

        sandbox.clock().advance(Duration.ofHours(24));

        assertThat(soap.query(COUNT).body()).contains("XSV-350008");
    }

    @Test
    void a_session_ends_when_it_is_logged_off() {
        Soap soap = Soap.signedIn(sandbox);

        assertThat(soap.call("xtk:session#Logoff", "").body()).contains("LogoffResponse");
        assertThat(soap.query(COUNT).body()).contains("XSV-350008");
    }

    @Test
    void a_bearer_token_of_ims_needs_no_session() throws Exception {
        Soap soap = new Soap(sandbox).withBearer(token());

        assertThat(soap.query(COUNT).body()).contains("<recipient count='3'/>");
    }

    @Test
    void an_unknown_bearer_token_is_a_fault_whose_detail_says_so() {
        Soap soap = new Soap(sandbox).withBearer("eyJ.not.known");

        assertThat(soap.query(COUNT).body()).contains("SOP-330007").contains("XSV-350114");
    }

    @Test
    void a_bearer_token_can_become_a_session() throws Exception {
        String body = new Soap(sandbox)
                .call("xtk:session#BearerTokenLogon", "<bearerToken>" + token() + "</bearerToken>")
                .body();

        assertThat(Soap.first("<pstrSessionToken[^>]*>([^<]*)<", body)).startsWith("___");
    }

    @Test
    void an_unknown_method_is_named() {
        assertThat(Soap.signedIn(sandbox).call("xtk:session#Nonsense", "").body())
                .contains(
                        "SOP-330006 The method &apos;Nonsense&apos; is not defined in SOAP service &apos;xtk:session&apos;.");
    }

    private String token() throws Exception {
        String form = "grant_type=client_credentials&client_id=" + sandbox.clientId() + "&client_secret="
                + URLEncoder.encode(sandbox.clientSecret(), StandardCharsets.UTF_8) + "&scope=openid,AdobeID";
        HttpRequest request = HttpRequest.newBuilder(sandbox.ims().resolve("/ims/token/v3"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return Soap.first("\"access_token\":\"([^\"]*)\"", body);
    }
}

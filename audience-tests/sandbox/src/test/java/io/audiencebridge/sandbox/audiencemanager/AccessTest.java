// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTest {
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
    void a_call_without_a_token_is_challenged() throws IOException {
        HttpResponse<String> answer =
                Http.send(HttpRequest.newBuilder(sandbox.audienceManager().resolve("/v1/segments")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer realm=\"oauth\""));
    }

    @Test
    void an_expired_token_is_named_so() throws IOException {
        sandbox.clock().advance(Duration.ofHours(25));

        HttpResponse<String> answer = rest.get("/v1/segments");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"oauth\", error=\"invalid_token\", error_description=\"Access token expired: "
                        + rest.token() + "\"");
    }

    @Test
    void a_foreign_key_or_organisation_is_forbidden_and_the_own_ones_are_not() throws IOException {
        assertThat(status("x-api-key", "other")).isEqualTo(403);
        assertThat(status("x-api-key", sandbox.clientId())).isEqualTo(200);
        assertThat(status("x-gw-ims-org-id", "0@AdobeOrg")).isEqualTo(403);
        assertThat(status("x-gw-ims-org-id", sandbox.orgId())).isEqualTo(200);
    }

    private int status(String header, String value) throws IOException {
        return Http.send(rest.request("/v1/segments").header(header, value)).statusCode();
    }
}

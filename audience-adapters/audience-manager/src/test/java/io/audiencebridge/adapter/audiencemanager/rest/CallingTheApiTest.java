// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.ScriptedApi;
import io.audiencebridge.adapter.audiencemanager.TestTokens;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.SystemId;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingTheApiTest {
    private static final String TRAIT =
            "{'sid':'7.0','traitType':'ON_BOARDED_TRAIT','dataSourceId':5,'createTime':1000}";
    private final ScriptedApi api;
    private final HttpTransport transport = HttpTransport.to(
            SystemId.AUDIENCE_MANAGER, HttpSettings.builder().maxAttempts(1).build());
    private final RestClient rest;
    private final TraitCalls traits;

    CallingTheApiTest() throws Exception {
        api = new ScriptedApi();
        rest = new RestClient(transport, api.uri(), Caller.ims(new TestTokens()));
        traits = new TraitCalls(rest, 10);
    }

    @AfterEach
    void close() {
        transport.close();
        api.close();
    }

    @Test
    void a_call_names_token_key_and_organisation_and_switches_escaping_off() {
        api.answers("GET /v1/traits/7", 200, TRAIT);

        traits.find(7, ScriptedApi.call());

        var headers = api.requests().get(0).getHeaders();
        assertThat(headers.get("Authorization")).isEqualTo("Bearer token-1");
        assertThat(headers.get("x-api-key")).isEqualTo("the-key");
        assertThat(headers.get("x-gw-ims-org-id")).isEqualTo("5BFE274A5F6980A50A495C08@AdobeOrg");
        assertThat(headers.get("AAM-Disable-Escaping-HTML")).isEqualTo("true");
        assertThat(headers.get("Accept")).isEqualTo("application/json");
    }

    @Test
    void a_slash_at_the_end_of_the_address_changes_nothing() {
        api.answers("GET /v1/traits/7", 200, TRAIT);
        var slashed = new RestClient(transport, URI.create(api.uri() + "/"), Caller.ims(new TestTokens()));

        var found = new TraitCalls(slashed, 10).find(7, ScriptedApi.call());

        assertThat(found.get().get().sid()).isEqualTo(7);
    }

    @Test
    void a_refused_token_is_replaced_once() {
        api.answers("GET /v1/traits/7", 401, "{}").answers("GET /v1/traits/7", 200, TRAIT);

        var found = traits.find(7, ScriptedApi.call());

        assertThat(found.get().isDefined()).isTrue();
        assertThat(api.requests().get(1).getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
    }

    @Test
    void what_is_not_there_is_none() {
        var found = traits.find(7, ScriptedApi.call());

        assertThat(found.get().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "401, AccessDenied",
        "403, AccessDenied",
        "400, RejectedBySystem",
        "409, Conflict",
        "429, Throttled",
        "500, Unavailable",
        "503, Unavailable"
    })
    void a_refusal_keeps_its_kind_and_the_systems_own_words(int status, String code) {
        api.answers("GET /v1/traits/7", status, "{'message':'No such\\nluck','childMessages':['first','second']}");

        BridgeError error = traits.find(7, ScriptedApi.call()).getLeft();

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).contains("No such luck; first; second");
        assertThat(error.incident().system()).contains(SystemId.AUDIENCE_MANAGER);
    }

    @Test
    void a_forbidden_call_says_which_rights_are_needed() {
        api.answers("GET /v1/traits/7", 403, "{'message':'Forbidden'}");

        BridgeError error = traits.find(7, ScriptedApi.call()).getLeft();

        assertThat(error.message()).contains("Forbidden; the credential needs Audience Manager's product profile");
    }

    @Test
    void a_forbidden_account_makes_itself_known_once_so_that_an_administrator_finds_it() {
        api.answers("GET /v1/traits/7", 403, "{}");

        traits.find(7, ScriptedApi.call());
        traits.find(7, ScriptedApi.call());

        assertThat(api.lines()).containsExactly("GET /v1/traits/7", "GET /v1/users/self", "GET /v1/traits/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer abc.def",
                "id 12345678901234567890123456789012345678 refused",
                "person anna@example.com refused",
                "Access token expired: eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEyMzQ1Njc4OTAifQ.sig-nature"
            })
    void the_systems_words_are_told_without_tokens_and_ids_of_persons(String words) {
        api.answers("GET /v1/traits/7", 400, "{'message':'" + words + "'}");

        String message = traits.find(7, ScriptedApi.call()).getLeft().message();

        assertThat(message)
                .contains("[hidden]")
                .doesNotContain("abc.def", "3456789012345678901234567890", "anna", "eyJ");
    }

    @Test
    void a_page_that_is_no_json_is_not_quoted() {
        api.answers("GET /v1/traits/7", 400, "<html>secret words</html>");

        String message = traits.find(7, ScriptedApi.call()).getLeft().message();

        assertThat(message).contains("400").doesNotContain("secret");
    }

    @Test
    void long_words_are_cut() {
        api.answers("GET /v1/traits/7", 400, "{'message':'" + "word ".repeat(1000) + "'}");

        String message = traits.find(7, ScriptedApi.call()).getLeft().message();

        assertThat(message).hasSizeLessThan(600).endsWith("...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'sid':7", "", "{'sid':7} trailing", "{}", "[]", "'text'", "{'sid':'seven'}"})
    void an_answer_that_makes_no_sense_is_a_breach(String body) {
        api.answers("GET /v1/traits/7", 200, body);

        BridgeError error = traits.find(7, ScriptedApi.call()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).startsWith("Audience Manager answered with");
    }

    @Test
    void a_creation_that_is_cut_off_has_an_open_fate() {
        api.answers(
                "POST /v1/traits/",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        TraitDraft draft =
                TraitDraft.onboarded("Gold", 5).integrationCode("code").build();

        BridgeError error = traits.endpoint().create(draft, ScriptedApi.call()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.OutcomeUnknown.class);
        assertThat(api.lines()).containsExactly("POST /v1/traits/");
    }
}

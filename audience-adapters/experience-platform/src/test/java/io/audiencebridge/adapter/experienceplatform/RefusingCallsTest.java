// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.AUDIENCES;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOW;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.FLOWS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.AdHocActivation;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOrder;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExports;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Platform's refusals mean (protocol page, sections 1.10 and 4.8), and what is refused before a call. */
class RefusingCallsTest {
    private final PlatformBench bench = new PlatformBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'requestId':'r-9','errors':{'403':[{'code':'UPAPI-113740-403','message':'The IMS Org is not enabled.'}]},'type':'t','title':'Forbidden','status':403}",
                "{'requestId':'r-9','errors':{'type':'t','title':'Forbidden','status':403,'403':[{'code':'UPAPI-113740-403','message':'The IMS Org is not enabled.'}]}}"
            })
    void errors_are_read_in_both_shapes(String body) {
        bench.api.answers("GET " + AUDIENCES + "/1", 403, body);

        BridgeError error =
                bench.client(PlatformAudiences.class).find("1", OPTIONS).getLeft();

        assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
        assertThat(error.message()).contains("The IMS Org is not enabled.", "r-9");
        assertThat(error.incident().codes()).containsExactly("UPAPI-113740-403");
    }

    @Test
    void a_missing_content_type_is_our_fault() {
        bench.api.answers(
                "GET " + AUDIENCES + "/1",
                400,
                "{'type':'/placeholder/type/uri','status':400,'title':'BadRequestError','detail':'A valid content-type must be specified'}");

        BridgeError error =
                bench.client(PlatformAudiences.class).find("1", OPTIONS).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("A valid content-type must be specified");
    }

    @Test
    void any_other_bad_request_is_the_systems_no() {
        bench.api.answers("GET " + AUDIENCES + "/1", 400, "{'message':'Bad PQL.'}");

        assertThat(bench.client(PlatformAudiences.class).find("1", OPTIONS).getLeft())
                .isInstanceOf(BridgeError.RejectedBySystem.class);
    }

    @Test
    void an_expired_token_is_replaced_once() {
        bench.api.answers(
                "GET " + AUDIENCES + "/1", 401, "{'error_code':'401013','message':'Oauth token is not valid'}");
        bench.api.answers("GET " + AUDIENCES + "/1", 200, "{'id':'1'}");

        assertThat(bench.client(PlatformAudiences.class).find("1", OPTIONS).isRight())
                .isTrue();
        assertThat(bench.last().getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
    }

    @Test
    void the_request_id_of_the_answer_is_kept() {
        bench.api.answers(
                "GET " + AUDIENCES + "/1",
                new MockResponse.Builder()
                        .code(403)
                        .addHeader("x-request-id", "req-77")
                        .body("{\"error_code\":\"403025\",\"message\":\"Profile is not valid\"}")
                        .build());

        assertThat(bench.client(PlatformAudiences.class)
                        .find("1", OPTIONS)
                        .getLeft()
                        .message())
                .contains("req-77", "Profile is not valid", "check the organisation");
    }

    @Test
    void persons_and_tokens_in_an_error_are_hidden_and_ids_of_things_are_shown() {
        bench.api.answers(
                "GET " + FLOWS + "/" + FLOW,
                422,
                "{'message':'ann@x.org (Bearer abc.def) of " + FLOW
                        + " failed for 20265673158980419722735089753036633573'}");

        String message =
                bench.client(PlatformFlows.class).find(FLOW, OPTIONS).getLeft().message();

        assertThat(message)
                .contains(FLOW)
                .doesNotContain("ann@x.org", "abc.def", "20265673158980419722735089753036633573");
    }

    @ParameterizedTest
    @CsvSource({"2024-05-01T09:00:00Z, true", "2024-05-01T09:00:01Z, false", "2024-05-01T11:00:00Z, false"})
    void an_audience_is_exported_at_once_an_hour_after_its_activation_only(Instant activated, boolean sent) {
        bench.api.answers(
                "POST " + PlatformBench.AD_HOC,
                200,
                "{'order':[{'segment':'a','order':'o','statusURL':'https://h/runs/r1'}]}");
        AdHocOrder order = AdHocOrder.builder()
                .from(AdHocOrder.of(FLOW, "a"))
                .activated(activated)
                .build();

        assertThat(bench.client(AdHocActivation.class).activate(order, OPTIONS).isRight())
                .isEqualTo(sent);
    }

    @Test
    void who_reads_files_only_needs_no_sign_in_and_who_calls_is_told() {
        BridgeError none = BridgeError.InvalidRequest.of("ims", "no sign-in");
        Connector connector = new ExperiencePlatformConnectorFactory()
                .connect(ExperiencePlatformSettings.standard(), new TestBridge(Either.left(none), Instant::now))
                .get();

        assertThat(connector.ability(PlatformExports.class)).isNotEmpty();
        assertThat(connector.ability(PlatformFlows.class).get().find(FLOW, OPTIONS))
                .isEqualTo(Either.left(none));
    }

    @Test
    void every_mistake_in_the_settings_is_told_at_once() {
        ExperiencePlatformSettings wrong = ExperiencePlatformSettings.builder()
                .uri(URI.create("ftp://user@host"))
                .sandboxName("a b")
                .sandboxId("")
                .pageSize(101)
                .changeAttempts(0)
                .addDestinations(Exported.destination().rowsPerFile(5_000_001).build())
                .addDestinations(
                        Exported.destination().settledAfter(Duration.ZERO).build())
                .build();

        BridgeError error = new ExperiencePlatformConnectorFactory()
                .connect(wrong, new TestBridge(Either.right(new TestTokens()), Instant::now))
                .getLeft();

        assertThat(error.message())
                .contains("uri", "sandboxName", "sandboxId", "pageSize", "changeAttempts", "rowsPerFile", "2 times");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AuthenticationState;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Consent;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.IdSync;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncAnswer;
import io.audiencebridge.adapter.audiencemanager.client.VisitorAnswer;
import io.audiencebridge.adapter.audiencemanager.client.VisitorCall;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncingIdsTest {
    private static final String I09 =
            "/ibs:dpid=123&dpuuid=a%2Bb&redir=https%3A%2F%2Fx.example%2F%3Fu%3D%24%7BDD_UUID%7D";
    private final DcsBench bench = new DcsBench();

    SyncingIdsTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void i09_a_pixel_syncs_and_its_redirect_is_told_and_not_followed() {
        bench.answering(
                "GET " + I09,
                new MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", "https://x.example/?u=" + DcsBench.UUID)
                        .addHeader("Set-Cookie", "dpm=1; Path=/")
                        .addHeader("Set-Cookie", "demdex=" + DcsBench.UUID + "; Domain=demdex.net"));

        IdSyncAnswer answer =
                bench.client.sync(i09().build(), CallOptions.standard()).get();

        assertThat(bench.api.lines()).containsExactly("GET " + I09);
        assertThat(bench.last().getHeaders().get("Host")).isEqualTo("dpm.demdex.net");
        assertThat(bench.last().getHeaders().get("Cookie")).isNull();
        assertThat(answer.uuid()).contains(DcsBench.DEVICE);
        assertThat(answer.redirect()).contains("https://x.example/?u=" + DcsBench.UUID);
        assertThat(answer.toString()).doesNotContain(DcsBench.UUID);
    }

    @Test
    void a_device_that_is_known_goes_by_its_cookie_and_consent_goes_along() {
        String path = "/ibs:dpid=123&dpuuid=x&gdpr=0&gdpr_consent=BO_-";
        bench.answering(
                "GET " + path,
                new MockResponse.Builder()
                        .setHeader("Content-Type", "image/gif")
                        .body("GIF89a"));

        IdSyncAnswer answer = bench.client
                .sync(
                        IdSync.builder()
                                .dataSource(123)
                                .id("x")
                                .uuid(DcsBench.DEVICE)
                                .consent(new Consent(false, "BO_-"))
                                .build(),
                        CallOptions.standard())
                .get();

        assertThat(bench.api.lines()).containsExactly("GET " + path);
        assertThat(bench.last().getHeaders().get("Cookie")).isEqualTo("demdex=" + DcsBench.UUID);
        assertThat(answer.optedOut()).isFalse();
    }

    @Test
    void the_address_for_a_page_is_the_one_that_would_be_called() {
        String address = bench.client.address(i09().build()).get().toString();

        assertThat(address).isEqualTo(bench.api.uri() + I09);
    }

    @Test
    void the_id_in_the_path_shows_in_no_error() {
        bench.answering("GET " + I09, new MockResponse.Builder().code(503).setHeader("X-Error", "200"));

        BridgeError error =
                bench.client.sync(i09().build(), CallOptions.standard()).getLeft();

        assertThat(error.message())
                .contains("/ibs: answered 503", "could not be read")
                .doesNotContain("a%2Bb", "dpuuid");
    }

    @Test
    void an_opt_out_is_told_and_a_blocked_id_is_an_error() {
        bench.answering("GET /ibs:dpid=1&dpuuid=a", new MockResponse.Builder().setHeader("X-Error", "171"));
        bench.answering("GET /ibs:dpid=1&dpuuid=b", new MockResponse.Builder().setHeader("X-Error", "303"));

        var optedOut = bench.client.sync(IdSync.builder().dataSource(1).id("a").build(), CallOptions.standard());
        var blocked = bench.client.sync(IdSync.builder().dataSource(1).id("b").build(), CallOptions.standard());

        assertThat(optedOut.get().optedOut()).isTrue();
        assertThat(blocked.getLeft().incident().codes()).containsExactly("303");
        assertThat(bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(1, "b")))
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "+4915112345678", "NOTARGET", ""})
    void an_address_is_not_made_for_what_must_not_travel(String id) {
        BridgeError error = bench.client
                .address(IdSync.builder().dataSource(123).id(id).build())
                .getLeft();

        assertThat(error.message()).startsWith("id: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//x.example", "https://x.example/a b", "x"})
    void a_redirect_is_an_address_of_the_web(String redirect) {
        BridgeError error = bench.client
                .address(IdSync.builder()
                        .dataSource(0)
                        .id("a")
                        .redirect(redirect)
                        .build())
                .getLeft();

        assertThat(error.message()).contains("redirect: must be an absolute", "dataSource: 0 is no data source");
    }

    @Test
    void d18_the_id_service_is_asked_and_its_numbers_may_be_texts() {
        bench.api.answers(
                "GET /id",
                200,
                "{'d_mid':'" + DcsBench.UUID + "','dcs_region':'9','id_sync_ttl':'604800','d_blob':'b!'}");
        bench.api.answers("GET /usw2.demdex.net/event", 200, DcsBench.TAKEN);

        VisitorAnswer answer = bench.client
                .visitor(
                        VisitorCall.builder()
                                .addDeclaredIds(DeclaredId.of(123, "456").in(AuthenticationState.AUTHENTICATED))
                                .build(),
                        CallOptions.standard())
                .get();
        String query = bench.query();
        bench.send(EventCall.builder().ecid(answer.ecid().orElseThrow()));

        assertThat(query).isEqualTo("d_ver=2&d_orgid=O%40AdobeOrg&d_cid=123%01456%011&d_rtbd=json");
        assertThat(bench.api.requests().get(0).getHeaders().get("Host")).isEqualTo("dpm.demdex.net");
        assertThat(answer.ecid().map(Ecid::digits)).contains(DcsBench.UUID);
        assertThat(answer.region()).contains(9);
        assertThat(answer.blob()).contains("b!");
        assertThat(answer.syncAgainAfter()).contains(Duration.ofDays(7));
        assertThat(bench.api.lines()).containsExactly("GET /id", "GET /usw2.demdex.net/event");
    }

    @Test
    void a_known_visitor_is_asked_for_by_id_and_metadata() {
        bench.api.answers("GET /id", 200, "{'d_mid':'" + DcsBench.UUID + "','dcs_region':9,'id_sync_ttl':604800}");

        bench.client.visitor(
                VisitorCall.builder()
                        .ecid(Ecid.parse(DcsBench.UUID).get())
                        .blob("b!")
                        .build(),
                CallOptions.standard());

        assertThat(bench.query())
                .isEqualTo("d_ver=2&d_orgid=O%40AdobeOrg&d_mid=" + DcsBench.UUID + "&d_blob=b%21&d_rtbd=json");
    }

    @Test
    void the_id_services_refusals_are_told() {
        bench.api
                .answers("GET /id", 200, "{'errors':[{'code':171,'msg':'x'}]}")
                .answers("GET /id", 200, "{'errors':[{'code':2,'msg':'x'}]}")
                .answers("GET /id", 200, "{'d_mid':'7'}");

        var optedOut = bench.client.visitor(VisitorCall.unknown(), CallOptions.standard());
        var refused = bench.client.visitor(VisitorCall.unknown(), CallOptions.standard());
        var broken = bench.client.visitor(VisitorCall.unknown(), CallOptions.standard());

        assertThat(optedOut.get().optedOut()).isTrue();
        assertThat(refused.getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(broken.getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    private static IdSync.Builder i09() {
        return IdSync.builder().dataSource(123).id("a+b").redirect("https://x.example/?u=${DD_UUID}");
    }
}

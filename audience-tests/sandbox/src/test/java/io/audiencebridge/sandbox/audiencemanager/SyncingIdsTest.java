// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases D15, D18 and I09, and what lies around them. */
class SyncingIdsTest {
    private static final String REDIRECT = "&redir=https%3A%2F%2Fx.example%2F%3Fu%3D%24%7BDD_UUID%7D";

    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final Dcs dpm = Dcs.at(sandbox, "dpm.demdex.net");
    private final String org = "d_orgid=" + sandbox.orgId().replace("@", "%40");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void i09_an_id_is_synced_and_the_browser_sent_on_with_its_own() throws IOException {
        Dcs.Reply reply = dpm.get("/ibs:dpid=13702&dpuuid=a%2Bb" + REDIRECT);

        String address = reply.header("Location").orElseThrow();
        assertThat(reply.status()).isEqualTo(302);
        assertThat(address).matches("https://x\\.example/\\?u=\\d{38}");
        assertThat(Dcs.of(sandbox).event("d_cid=13702%01a%2Bb").uuid()).isEqualTo(address.substring(21));
        assertThat(reply.header("Set-Cookie").orElse("")).contains(address.substring(21));
    }

    @ParameterizedTest
    @CsvSource({
        "/ibs:d_cid=13702%01CRM, ''",
        "/ibs:d_cid=13702%2501CRM, ''",
        "/ibs:d_dpid=13702&d_dpuuid=CRM, ''",
        "/ibs:dpid=13702&dpuuid=CRM&gdpr=1&gdpr_consent=abc, ''",
        "/ibs:dpid=13702&dpuuid=CRM&gdpr=1, 300",
        "/ibs:dpid=13702, '300,104'",
        "/ibs:dpid=99&dpuuid=CRM, '302,104'",
    })
    void d15_without_a_redirect_there_is_a_picture_and_a_header_tells_what_was_wrong(String path, String codes)
            throws IOException {
        Dcs.Reply reply = dpm.get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).hasValue("image/gif");
        assertThat(reply.header("X-Error").orElse("")).isEqualTo(codes);
    }

    @Test
    void the_browsers_cookie_decides_to_whom_an_id_belongs_and_a_browser_without_one_is_new() throws IOException {
        String first = dpm.get("/ibs:dpid=13702&dpuuid=CRM" + REDIRECT)
                .header("Location")
                .orElseThrow();
        String second = dpm.get("/ibs:dpid=13702&dpuuid=CRM" + REDIRECT)
                .header("Location")
                .orElseThrow();
        String cookie = "10000000000000000000000000000000000001";
        Dcs browser = Dcs.at(sandbox, "dpm.demdex.net").header("Cookie: demdex=" + cookie);

        browser.get("/ibs:dpid=13702&dpuuid=CRM");

        assertThat(second).isNotEqualTo(first);
        assertThat(Dcs.of(sandbox).event("d_cid=13702%01CRM").uuid()).isEqualTo(cookie);
    }

    @Test
    void d18_the_id_service_gives_an_id_as_text_and_keeps_a_given_one() throws IOException {
        JsonNode fresh =
                dpm.get("/id?d_ver=2&" + org + "&d_cid=13702%01456%011").json();
        String mid = fresh.path("d_mid").asText();

        JsonNode again = dpm.get("/id?d_ver=2&" + org + "&d_mid=" + mid).json();
        JsonNode event = Dcs.of(sandbox).event("d_cid=13702%01456").json();

        assertThat(mid).matches("\\d{38}");
        assertThat(fresh.path("dcs_region").isTextual()).isTrue();
        assertThat(fresh.path("dcs_region").asText()).isEqualTo("7");
        assertThat(fresh.path("id_sync_ttl").asText()).isEqualTo("604800");
        assertThat(fresh.path("d_blob").asText()).isNotEmpty();
        assertThat(again.path("d_mid").asText()).isEqualTo(mid);
        assertThat(event.path("uuid").asText()).isNotEqualTo(mid);
        assertThat(Dcs.of(sandbox).event("d_mid=" + mid).uuid())
                .isEqualTo(event.path("uuid").asText());
    }

    @Test
    void the_id_service_needs_an_organisation_that_it_knows_and_a_sound_id() throws IOException {
        assertThat(dpm.get("/id?d_ver=2").errors()).containsExactly(2);
        assertThat(dpm.get("/id?d_ver=2&d_orgid=0%40AdobeOrg").errors()).containsExactly(2);
        Dcs.Reply wrong = dpm.get("/id?d_ver=2&" + org + "&d_mid=7");
        assertThat(wrong.errors()).containsExactly(101);
        assertThat(wrong.json().has("d_mid")).isFalse();
    }
}

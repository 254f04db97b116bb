// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experiencecloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final String ORGANISATION = "7F3A1C5E60B2D4980A495E11@AdobeOrg";
    private static final String ID = "16908443662402872073525706953453086963";

    private final List<String> asked = new ArrayList<>();
    private final HttpServer service;
    private final SandboxBrowser browser;
    private String answer = "{\"d_mid\":\"" + ID + "\",\"dcs_region\":\"7\",\"d_blob\":\"wxyz\"}";

    BrowserTest() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getRawQuery() + " "
                    + exchange.getRequestHeaders().getFirst("Cookie"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Set-Cookie", "demdex=123; Path=/");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        URI address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
        browser = new SandboxBrowser(address, ORGANISATION, () -> Instant.ofEpochSecond(1_580_253_089));
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void the_first_visit_asks_for_an_id_and_keeps_it_as_the_library_does() throws IOException {
        browser.visit().visit();

        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).contains("d_ver=2", "d_orgid=7F3A1C5E60B2D4980A495E11%40AdobeOrg");
        assertThat(browser.ecid()).contains(ID);
        assertThat(URLDecoder.decode(browser.cookies(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "AMCV_" + ORGANISATION + "=" + "5.5.0|dpm.demdex.net".hashCode() + "|MCIDTS|18289|MCMID|" + ID
                                + "|MCAAMLH-1580857889|7|MCAAMB-1580857889|wxyz|MCOPTOUT-1580260289s|NONE|vVersion|5.5.0; AMCVS_"
                                + ORGANISATION + "=1");
    }

    @Test
    void a_sign_in_is_told_with_the_id_and_the_third_party_cookie() throws IOException {
        browser.visit().signIn("AdobeCampaignID", "a b");

        assertThat(asked.get(1)).contains("d_mid=" + ID, "d_cid_ic=AdobeCampaignID%01a%20b%011", "demdex=123");
    }

    @Test
    void a_link_hands_the_visitor_over() throws IOException {
        String link = browser.visit().linkTo("https://shop.example.com/?a=b#top");

        assertThat(link)
                .isEqualTo("https://shop.example.com/?a=b&adobe_mc=MCMID%3D" + ID
                        + "%7CMCORGID%3D7F3A1C5E60B2D4980A495E11%2540AdobeOrg%7CTS%3D1580253089#top");
    }

    @Test
    void whoever_opted_out_has_no_id_and_no_link() throws IOException {
        answer = "{\"d_optout\":[\"global\"],\"d_ottl\":7200}";

        browser.visit();

        assertThat(browser.ecid()).isEmpty();
        assertThat(browser.cookies()).contains("MCMID%7CNONE", "%7Cglobal%7C");
        assertThat(browser.linkTo("https://shop.example.com/")).isEqualTo("https://shop.example.com/");
    }

    @Test
    void who_deletes_cookies_is_somebody_else() throws IOException {
        browser.visit().deleteCookies();

        assertThat(browser.cookies()).isEmpty();
        browser.visit();
        assertThat(asked.get(1)).doesNotContain("d_mid", "demdex");
    }

    @Test
    void a_session_that_ends_takes_its_cookie_along() throws IOException {
        browser.visit().endSession();

        assertThat(browser.cookies()).contains("AMCV_").doesNotContain("AMCVS_");
    }
}

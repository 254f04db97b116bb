// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experiencecloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The browser and the service as they are together. */
class IdServiceTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void a_browser_is_the_same_visitor_until_its_cookies_are_deleted() throws IOException {
        SandboxBrowser browser = sandbox.newBrowser().visit();
        String first = browser.ecid().orElseThrow();

        browser.signIn("AdobeCampaignID", "R1");
        String signedIn = browser.ecid().orElseThrow();
        browser.deleteCookies();
        String later = browser.visit().ecid().orElseThrow();

        assertThat(first).matches("\\d{38}").isEqualTo(signedIn).isNotEqualTo(later);
    }

    @Test
    void the_status_of_an_opt_out_follows_the_opt_out() throws IOException {
        String ecid = sandbox.newBrowser().visit().ecid().orElseThrow();
        String before = status(ecid);

        Http.get(URI.create(sandbox.dcs() + "/acme.demdex.net/demoptout.jpg?d_orgid="
                + SandboxBrowser.encode(sandbox.orgId()) + "&d_mid=" + ecid));

        assertThat(before).contains("\"d_optout\":[]", "\"d_ottl\":7200");
        assertThat(status(ecid)).contains("\"d_optout\":[\"global\"]");
    }

    private static String status(String ecid) throws IOException {
        return Http.get(URI.create(sandbox.idService() + "/optOutStatus?d_rtbd=json&d_orgid="
                        + SandboxBrowser.encode(sandbox.orgId()) + "&d_mid=" + ecid))
                .body();
    }
}

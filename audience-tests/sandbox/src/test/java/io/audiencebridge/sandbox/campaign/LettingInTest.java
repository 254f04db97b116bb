// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaignServer.ExpiryAnswer;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LettingInTest {
    private static final String COUNT = "<queryDef schema='nms:recipient' operation='count'/>";
    private static final String COUNTED = "<recipient count='3'/>";

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(3).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void a_session_is_worth_nothing_without_its_own_security_token() {
        Soap soap = Soap.signedIn(sandbox);
        String session = soap.session();

        assertThat(soap.withTokens(session, "").query(COUNT).body()).contains("XSV-350008");
        assertThat(soap.withTokens(session, "@b3RoZXI=").query(COUNT).body()).contains("XSV-350008");
    }

    @Test
    void a_zone_can_take_the_session_token_alone_but_no_wrong_security_token() {
        Soap soap = Soap.signedIn(sandbox);
        String session = soap.session();
        sandbox.campaignServer().sessionTokenOnly(true);

        assertThat(soap.withTokens(session, "").query(COUNT).body()).contains(COUNTED);
        assertThat(soap.withTokens(session, "@b3RoZXI=").query(COUNT).body()).contains("XSV-350008");
    }

    @Test
    void a_zone_can_take_login_and_password_for_a_session_token() {
        Soap soap = new Soap(sandbox).withTokens(sandbox.operator() + "/" + sandbox.password(), "");

        assertThat(soap.query(COUNT).body()).contains("XSV-350008");
        sandbox.campaignServer().allowUserPassword(true);

        assertThat(soap.query(COUNT).body()).contains(COUNTED);
    }

    @Test
    void an_address_outside_of_every_zone_is_refused_at_the_logon_and_after_it() {
        Soap soap = Soap.signedIn(sandbox);
        sandbox.campaignServer().refuseZone(true);

        HttpResponse<String> logon = new Soap(sandbox).logon(sandbox.operator(), sandbox.password());

        assertThat(logon.statusCode()).isEqualTo(403);
        assertThat(logon.body()).startsWith("XSV-350013");
        assertThat(soap.query(COUNT).body()).contains("<SOAP-ENV:Fault>").contains("XSV-350013");
    }

    @Test
    void a_session_that_asked_to_be_remembered_lives_fifteen_days() {
        Soap soap = new Soap(sandbox);
        HttpResponse<String> logon =
                soap.logon(sandbox.operator(), sandbox.password(), "<parameters rememberMe='true'/>");

        sandbox.clock().advance(Duration.ofDays(14));
        assertThat(soap.query(COUNT).body()).contains(COUNTED);
        sandbox.clock().advance(Duration.ofDays(1));

        assertThat(soap.query(COUNT).body()).contains("XSV-350008");
        assertThat(logon.body()).contains("sessionTimeOut='1296000'");
    }

    @Test
    void sessions_can_be_ended_while_bearer_tokens_live_on() {
        Soap soap = Soap.signedIn(sandbox);

        sandbox.campaignServer().expireSessions();

        assertThat(soap.query(COUNT).body()).contains("XSV-350008");
    }

    @Test
    void an_expired_session_is_a_fault_a_403_or_a_text_with_200() {
        Soap soap = Soap.signedIn(sandbox);
        sandbox.campaignServer().expireSessions();

        HttpResponse<String> fault = soap.query(COUNT);
        sandbox.campaignServer().answerExpiryWith(ExpiryAnswer.FORBIDDEN);
        HttpResponse<String> forbidden = soap.query(COUNT);
        sandbox.campaignServer().answerExpiryWith(ExpiryAnswer.TEXT);
        HttpResponse<String> text = soap.query(COUNT);

        assertThat(fault.statusCode()).isEqualTo(200);
        assertThat(fault.body()).contains("<faultstring xsi:type='xsd:string'>XSV-350008");
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).startsWith("XSV-350008");
        assertThat(text.statusCode()).isEqualTo(200);
        assertThat(text.body()).startsWith("XSV-350008");
    }

    @Test
    void a_zone_that_hides_errors_hides_details_only() {
        Soap soap = Soap.signedIn(sandbox);
        sandbox.campaignServer().showErrors(false);

        String body = soap.query(
                        "<queryDef schema='nms:recipient'><select><node expr='@shoeSize'/></select></queryDef>")
                .body();

        assertThat(body).contains("SOP-330011").contains("SOP-330023").doesNotContain("shoeSize");
    }

    @Test
    void an_anonymous_method_needs_no_token_but_takes_no_bad_one() {
        Soap nobody = new Soap(sandbox);

        assertThat(nobody.call("xtk:session#GetServerTime", "").body()).contains("xsd:dateTime");
        assertThat(nobody.withTokens("___GONE", "@R09ORQ==")
                        .call("xtk:session#GetServerTime", "")
                        .body())
                .contains("XSV-350008");
    }

    @Test
    void an_unknown_method_is_not_told_to_a_stranger() {
        assertThat(new Soap(sandbox).call("xtk:session#Nonsense", "").body())
                .contains("XSV-350008")
                .doesNotContain("SOP-330006");
    }

    @Test
    void a_reset_brings_the_defaults_back() {
        sandbox.campaignServer().refuseZone(true);
        sandbox.campaignServer().release("8.5.1", 9380);

        sandbox.reset();

        assertThat(new Soap(sandbox)
                        .logon(sandbox.operator(), sandbox.password())
                        .body())
                .contains("releaseName='7.3.4'");
    }
}

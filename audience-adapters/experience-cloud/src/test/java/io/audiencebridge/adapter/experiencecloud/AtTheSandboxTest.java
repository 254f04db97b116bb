// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experiencecloud.client.AuthenticationState;
import io.audiencebridge.adapter.experiencecloud.client.CallOptions;
import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.experiencecloud.client.HandOver;
import io.audiencebridge.adapter.experiencecloud.client.HandOverRules;
import io.audiencebridge.adapter.experiencecloud.client.IdAnswer;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.experiencecloud.client.ServiceNotice;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookie;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookies;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AtTheSandboxTest {
    private static Sandbox sandbox;
    private static ImsOrgId organisation;
    private Connector connector;
    private ExperienceCloudIdService service;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(0).start();
        organisation = new ImsOrgId(sandbox.orgId());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void connect() {
        sandbox.reset();
        connector = new ExperienceCloudConnectorFactory()
                .connect(
                        ExperienceCloudSettings.builder()
                                .organisation(organisation)
                                .uri(sandbox.idService())
                                .companyUri(URI.create(sandbox.dcs() + "/acme.demdex.net"))
                                .mostIdsOfOneNamespace(10)
                                .build(),
                        new Bench.Context(sandbox.clock()))
                .get();
        service = connector.ability(ExperienceCloudIdService.class).get();
    }

    @AfterEach
    void disconnect() {
        connector.close();
    }

    @Test
    void a_new_visitor_gets_an_id_and_keeps_it() {
        IdAnswer first =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).get();
        IdRequest again = IdRequest.builder()
                .visitorId(first.visitorId())
                .region(first.region())
                .blob(first.blob())
                .build();

        IdAnswer second = service.identify(again, CallOptions.standard()).get();

        assertThat(first.ecid()).isNotEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(first.region()).hasValue(7);
        assertThat(first.idSyncKept()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_browsers_cookie_names_the_visitor_whom_a_recipient_is_linked_to() throws Exception {
        SandboxBrowser browser = sandbox.newBrowser().visit();
        Ecid visitor = VisitorCookies.read(browser.cookies(), organisation, Reading.STRICT)
                .get()
                .ecid()
                .get();

        IdAnswer answer = service.identify(IdRequest.linking(visitor, recipient("R42")), CallOptions.standard())
                .get();

        assertThat(visitor.digits()).isEqualTo(browser.ecid().orElseThrow());
        assertThat(answer.ecid()).contains(visitor);
        assertThat(answer.notices()).isEmpty();
    }

    @Test
    void a_browsers_link_hands_its_visitor_over_for_five_minutes() throws Exception {
        SandboxBrowser browser = sandbox.newBrowser().visit();
        String link = browser.linkTo("https://shop.example.com/#top");

        var now = HandOver.read(link, organisation, sandbox.clock().instant(), HandOverRules.strict());
        sandbox.clock().advance(Duration.ofMinutes(6));
        var later = HandOver.read(link, organisation, sandbox.clock().instant(), HandOverRules.strict());

        assertThat(now.get().get().visitorId().text()).isEqualTo(browser.ecid().orElseThrow());
        assertThat(later.isLeft()).isTrue();
    }

    @Test
    void a_cookie_of_our_answer_is_read_as_the_browsers_is() {
        IdAnswer answer =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).get();
        String header = VisitorCookie.name(organisation) + "="
                + VisitorCookie.of(answer, sandbox.clock().instant()).value();

        assertThat(VisitorCookies.read(header, organisation, Reading.STRICT)
                        .get()
                        .ecid())
                .isEqualTo(answer.ecid());
    }

    @Test
    void who_opts_out_by_a_customer_id_is_not_followed_any_more() throws Exception {
        SandboxBrowser browser = sandbox.newBrowser().visit();
        Ecid visitor = Ecid.parse(browser.ecid().orElseThrow()).get();
        service.identify(IdRequest.linking(visitor, recipient("R42")), CallOptions.standard());
        boolean before = service.optOutStatus(VisitorId.of(visitor), CallOptions.standard())
                .get()
                .isOptedOut();

        assertThat(service.optOut(OptOutRequest.of(recipient("R42")), CallOptions.standard())
                        .get())
                .isTrue();

        assertThat(before).isFalse();
        assertThat(service.optOutStatus(VisitorId.of(visitor), CallOptions.standard())
                        .get()
                        .isOptedOut())
                .isTrue();
        IdAnswer answer = service.identify(IdRequest.builder().ecid(visitor).build(), CallOptions.standard())
                .get();
        assertThat(answer.isOptedOut()).isTrue();
        assertThat(answer.visitorId()).isEmpty();
        assertThat(browser.signIn("AdobeCampaignID", "R42").ecid()).isEmpty();
        assertThat(VisitorCookies.read(browser.cookies(), organisation, Reading.STRICT)
                        .get()
                        .isOptedOut())
                .isTrue();
    }

    @Test
    void c9_the_service_drops_the_fourth_id_of_a_namespace_and_says_so() {
        IdRequest.Builder request = IdRequest.builder();
        IntStream.range(0, 4).forEach(i -> request.addCustomerIds(recipient("R" + i)));

        IdAnswer answer =
                service.identify(request.build(), CallOptions.standard()).get();

        assertThat(answer.ecid()).isNotEmpty();
        assertThat(answer.notices()).extracting(ServiceNotice::code).contains(310);
    }

    @Test
    void a_visitor_id_that_is_none_is_refused_with_its_code() {
        BridgeError error = service.identify(
                        IdRequest.builder().visitorId(new VisitorId("1234")).build(), CallOptions.standard())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.incident().codes()).containsExactly("101");
    }

    private static CustomerId recipient(String key) {
        return CustomerId.of(IntegrationCode.ADOBE_CAMPAIGN_ID, key, AuthenticationState.UNKNOWN);
    }
}

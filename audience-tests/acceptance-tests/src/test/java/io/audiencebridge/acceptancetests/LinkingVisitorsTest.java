// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOrigin;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser becomes a recipient, with nothing but the sandbox: by its cookies, by a link, and in bulk. */
final class LinkingVisitorsTest {
    private static final String AUDIENCE = "Gold";
    private static final String LIST = "Gold again";
    private static final String ANN = "CRM-00000001";
    private static final String ANN_HASHED = "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476";
    private static final List<SeedRecipient> PEOPLE = List.of(
            new SeedRecipient("1", "ann@example.com", ANN, List.of(), false),
            new SeedRecipient("2", "bob@example.com", "CRM-00000002", List.of(), false));

    @TempDir
    private Path home;

    private Journey journey;
    private DataSource visitors;
    private DataSource customers;
    private SandboxBrowser browser;

    @BeforeEach
    void start() throws Exception {
        journey = Journey.linking(PEOPLE, home);
        visitors = KeyKind.VISITOR.dataSource(journey.sandbox);
        customers = KeyKind.DECLARED_PLAIN.dataSource(journey.sandbox);
        browser = journey.sandbox.newBrowser().visit();
    }

    @AfterEach
    void stop() {
        journey.close();
    }

    @Test
    void who_is_linked_by_a_browsers_cookie_is_shared_by_visitor_id_and_comes_back() {
        LinkOutcome linked = link(new WebVisitor.Cookies(browser.cookies()));
        LinkOutcome again = link(new WebVisitor.Cookies(browser.cookies()));
        journey.sandbox
                .campaignData()
                .addClick("1", ecid(), journey.sandbox.clock().instant());

        journey.shared(journey.everybody(), AUDIENCE, visitors);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
        journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, visitors));

        assertThat(linked).isEqualTo(LinkOutcome.LINKED);
        assertThat(again).isEqualTo(LinkOutcome.ALREADY_LINKED);
        assertThat(journey.membersOf(LIST)).containsExactly("1");
    }

    @Test
    void who_is_handed_over_in_a_link_is_shared_by_visitor_id_and_comes_back() {
        LinkOutcome linked = link(new WebVisitor.HandedOver(browser.linkTo("https://shop.example.com/?a=b#top")));
        journey.sandbox
                .campaignData()
                .addClick("1", ecid(), journey.sandbox.clock().instant());

        journey.shared(journey.everybody(), AUDIENCE, visitors);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
        journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, visitors));

        assertThat(linked).isEqualTo(LinkOutcome.LINKED);
        assertThat(journey.membersOf(LIST)).containsExactly("1");
    }

    @Test
    void a_share_by_declared_id_reaches_the_browser_that_was_linked() {
        link(new WebVisitor.Cookies(browser.cookies()));

        journey.shared(journey.everybody(), AUDIENCE, customers);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);

        assertThat(members(visitors)).containsExactly(ecid());
        assertThat(members(customers)).contains(ANN);
    }

    @Test
    void without_the_link_it_reaches_nobodys_browser() {
        journey.shared(journey.everybody(), AUDIENCE, customers);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);

        assertThat(members(visitors)).isEmpty();
    }

    @Test
    void clicks_are_told_in_bulk_once_and_a_share_by_declared_id_reaches_their_browsers() {
        journey.sandbox
                .campaignData()
                .addClick("1", ecid(), journey.sandbox.clock().instant());
        SyncRequest request = SyncRequest.builder()
                .list(journey.everybody())
                .to(Journey.AUDIENCE_MANAGER)
                .visitors(visitors)
                .declared(customers)
                .build();

        Receipt first = journey.bridge.syncDeclaredIds(request);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
        Receipt again = journey.bridge.syncDeclaredIds(request);
        journey.shared(journey.everybody(), AUDIENCE, customers);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);

        SyncTally tally = first.synced().orElseThrow();
        assertThat(first.state()).isEqualTo(RunState.DELIVERED);
        assertThat(first.files()).singleElement().asString().contains("adobe_id_" + visitors.id());
        assertThat(tally.read()).isEqualTo(2);
        assertThat(tally.synced()).isEqualTo(1);
        assertThat(tally.complement().noVisitorId()).isEqualTo(1);
        assertThat(again.synced().orElseThrow().alreadySynced()).isEqualTo(1);
        assertThat(again.files()).isEmpty();
        assertThat(members(visitors)).containsExactly(ecid());
    }

    @Test
    void who_deletes_cookies_is_linked_anew_and_reached_in_both_browsers() throws Exception {
        link(new WebVisitor.Cookies(browser.cookies()));
        String before = ecid();
        browser.deleteCookies();
        browser.visit();
        LinkOutcome anew = link(new WebVisitor.Cookies(browser.cookies()));

        journey.shared(journey.everybody(), AUDIENCE, customers);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);

        assertThat(anew).isEqualTo(LinkOutcome.LINKED);
        assertThat(members(visitors)).containsExactlyInAnyOrder(before, ecid());
    }

    @Test
    void hashed_addresses_link_as_they_travel() {
        DataSource hashed = KeyKind.DECLARED_SHA256.dataSource(journey.sandbox);

        LinkOutcome linked = journey.bridge.link(request(new WebVisitor.Cookies(browser.cookies()))
                .recipient("Ann@Example.com")
                .dataSource(hashed)
                .build());

        assertThat(linked).isEqualTo(LinkOutcome.LINKED);
        assertThat(journey.sandbox.audienceManagerData().devices(hashed.id(), ANN_HASHED))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "theme=dark",
                "AMCV_FAF554945B90342F0A495E2C%40AdobeOrg=MCMID%7C20265673158980419722735089753036633573"
            })
    void a_request_of_nobody_and_of_another_organisations_visitor_is_an_outcome(String cookies) {
        assertThat(link(new WebVisitor.Cookies(cookies))).isEqualTo(LinkOutcome.NO_VISITOR);
    }

    @Test
    void cookies_encoded_twice_are_read() {
        int value = browser.cookies().indexOf('=') + 1;
        String twice = browser.cookies().substring(0, value)
                + browser.cookies().substring(value).replace("%", "%25");

        assertThat(link(new WebVisitor.Cookies(twice))).isEqualTo(LinkOutcome.LINKED);
    }

    @Test
    void broken_and_oversized_cookies_are_refused_and_nothing_of_them_is_repeated() {
        String name = browser.cookies().substring(0, browser.cookies().indexOf('=') + 1);

        for (String value : List.of("MCMID%7C" + ecid() + "%", "MCMID%7C" + ecid() + "1", ecid().repeat(1_725))) {
            BridgeError error = attempt(new WebVisitor.Cookies(name + value)).getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(error.message()).doesNotContain(ecid());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT6M"})
    void a_link_that_was_passed_on_links_nobody(Duration later) {
        String link = browser.linkTo("https://shop.example.com/");
        journey.sandbox.clock().advance(later);

        assertThat(attempt(new WebVisitor.HandedOver(link)).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_plain_address_never_leaves_as_an_id() {
        Declared address =
                Declared.builder().field("email").content(KeyContent.EMAIL).build();
        DataSource plain = DataSource.builder().from(customers).key(address).build();
        LinkRequest.Builder request = request(known()).recipient("ann@example.com");

        for (DataSource source : List.of(plain, customers)) {
            BridgeError error = journey.bridge
                    .attempts()
                    .link(request.dataSource(source).build())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(error.message()).doesNotContain("ann@");
        }
        assertThat(journey.sandbox.audienceManagerData().devices(customers.id(), "ann@example.com"))
                .isEmpty();
    }

    @Test
    void a_data_source_that_nobody_has_is_told_with_what_to_look_up() {
        DataSource foreign = DataSource.builder()
                .from(customers)
                .id(987_654)
                .integrationCode(Optional.empty())
                .build();

        BridgeError error = journey.bridge
                .attempts()
                .link(request(known()).dataSource(foreign).build())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(error.message())
                .contains("987654", "number of a data source")
                .doesNotContain(ANN, ecid());
    }

    private LinkOutcome link(WebVisitor visitor) {
        return attempt(visitor).get();
    }

    private Either<BridgeError, LinkOutcome> attempt(WebVisitor visitor) {
        return journey.bridge.attempts().link(request(visitor).build());
    }

    private LinkRequest.Builder request(WebVisitor visitor) {
        return LinkRequest.builder()
                .visitor(visitor)
                .recipient(ANN)
                .dataSource(customers)
                .origin(LinkOrigin.EMAIL_CLICK);
    }

    private WebVisitor known() {
        return new WebVisitor.Known(Ecid.parse(ecid()).get());
    }

    private String ecid() {
        return browser.ecid().orElseThrow();
    }

    private List<String> members(DataSource dataSource) {
        AudienceRef audience = journey.audienceTitled(AUDIENCE);
        return journey.sandbox.audienceManagerData().members(audience.id(), dataSource.id());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experiencecloud.client.HandOverRules;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkState;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links against a service whose answers the test gives; the rules that hold for every connector are in the contract. */
class LinkingVisitorsTest {
    private static final String MID = "16908443662402872073525706953453086963";
    private static final String OTHER = "20265673158980419722735089753036633573";
    private static final String COOKIE =
            "AMCV_5BFE274A5F6980A50A495C08%40AdobeOrg=77933605%7CMCMID%7C" + MID + "%7CvVersion%7C4.5.1";
    private static final String HANDED_OVER = "https://shop.example/?adobe_mc=TS%3D1795521600%7CMCMID%3D" + MID
            + "%7CMCORGID%3D5BFE274A5F6980A50A495C08%2540AdobeOrg";
    private static final String TAKEN = answer("");
    private static final Declared KEY = Declared.builder().field("declaredId").build();

    @ParameterizedTest
    @CsvSource({"UNKNOWN, 0", "AUTHENTICATED, 1", "LOGGED_OUT, 2"})
    void c17_a_recipient_is_linked_in_the_state_given(LinkState state, int number) throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(TAKEN);

            LinkOutcome outcome =
                    link(bench, cookies(COOKIE), order -> order.state(state)).get();

            assertThat(outcome).isEqualTo(LinkOutcome.LINKED);
            assertThat(bench.target()).endsWith("&d_mid=" + MID + "&d_cid_ic=AdobeCampaignID%01R42%01" + number);
        }
    }

    @Test
    void a_data_source_without_a_code_is_named_by_its_number() throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(TAKEN);
            DataSource plain = DataSource.builder().id(4444).key(KEY).build();

            link(bench, known(), order -> order.dataSource(plain)).get();

            assertThat(bench.target()).endsWith("&d_cid=4444%01R42%010");
        }
    }

    static Stream<WebVisitor> traces() {
        return Stream.of(
                known(), cookies(COOKIE), cookies("s_ecid=MCMID%7C" + MID), new WebVisitor.HandedOver(HANDED_OVER));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void the_same_link_again_sends_nothing_however_the_visitor_is_named(WebVisitor visitor) throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(TAKEN);
            link(bench, known(), UnaryOperator.identity()).get();

            LinkOutcome again = link(bench, visitor, UnaryOperator.identity()).get();

            assertThat(again).isEqualTo(LinkOutcome.ALREADY_LINKED);
            assertThat(bench.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void a_link_is_remembered_as_long_as_the_service_says() throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(answer(",\"id_sync_ttl\":3600"));
            bench.answers(TAKEN);
            link(bench, known(), UnaryOperator.identity()).get();
            bench.now = bench.now.plusSeconds(3599);
            LinkOutcome before = link(bench, known(), UnaryOperator.identity()).get();
            bench.now = bench.now.plusSeconds(1);

            LinkOutcome after = link(bench, known(), UnaryOperator.identity()).get();

            assertThat(before).isEqualTo(LinkOutcome.ALREADY_LINKED);
            assertThat(after).isEqualTo(LinkOutcome.LINKED);
        }
    }

    @Test
    void a_setting_stands_over_what_the_service_says() throws Exception {
        try (Bench bench = new Bench(settings -> settings.linksRemembered(Duration.ZERO))) {
            bench.answers(TAKEN);
            bench.answers(TAKEN);
            link(bench, known(), UnaryOperator.identity()).get();

            assertThat(link(bench, known(), UnaryOperator.identity()).get()).isEqualTo(LinkOutcome.LINKED);
        }
    }

    @Test
    void what_was_used_longest_ago_is_forgotten_first() throws Exception {
        try (Bench bench = new Bench(settings -> settings.mostLinksRemembered(2))) {
            for (int i = 0; i < 4; i++) {
                bench.answers(TAKEN);
            }
            DataSource second = DataSource.builder().id(2).key(KEY).build();
            DataSource third = DataSource.builder().id(3).key(KEY).build();
            link(bench, known(), UnaryOperator.identity()).get();
            link(bench, known(), order -> order.dataSource(second)).get();
            link(bench, known(), UnaryOperator.identity()).get();
            link(bench, known(), order -> order.dataSource(third)).get();

            LinkOutcome used = link(bench, known(), UnaryOperator.identity()).get();
            LinkOutcome forgotten =
                    link(bench, known(), order -> order.dataSource(second)).get();

            assertThat(used).isEqualTo(LinkOutcome.ALREADY_LINKED);
            assertThat(forgotten).isEqualTo(LinkOutcome.LINKED);
            assertThat(bench.server.getRequestCount()).isEqualTo(4);
        }
    }

    @Test
    void another_persons_link_between_two_equal_ones_makes_the_second_count() throws Exception {
        try (Bench bench = Bench.standard()) {
            for (int i = 0; i < 3; i++) {
                bench.answers(TAKEN);
            }
            link(bench, known(), UnaryOperator.identity()).get();
            link(bench, known(), order -> order.id("R43")).get();

            assertThat(link(bench, known(), UnaryOperator.identity()).get()).isEqualTo(LinkOutcome.LINKED);
        }
    }

    @Test
    void an_opt_out_in_the_cookie_sends_nothing() throws Exception {
        try (Bench bench = Bench.standard()) {
            String optedOut = COOKIE + "%7CMCOPTOUT-1795528800s%7Cglobal%7Cx%7Cy";

            assertThat(link(bench, cookies(optedOut), UnaryOperator.identity()).get())
                    .isEqualTo(LinkOutcome.OPTED_OUT);
            assertThat(bench.server.getRequestCount()).isZero();
        }
    }

    @Test
    void an_opt_out_in_the_answer_is_remembered_for_every_id_as_long_as_the_service_says() throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers("{\"d_optout\":[\"global\"],\"d_ottl\":7200}");
            bench.answers(TAKEN);
            link(bench, known(), UnaryOperator.identity()).get();
            bench.now = bench.now.plusSeconds(7199);
            LinkOutcome before = link(bench, known(), order -> order.id("R43")).get();
            bench.now = bench.now.plusSeconds(1);

            LinkOutcome after = link(bench, known(), UnaryOperator.identity()).get();

            assertThat(before).isEqualTo(LinkOutcome.OPTED_OUT);
            assertThat(after).isEqualTo(LinkOutcome.LINKED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 302, 303, 304, 306, 307, 309, 310, 312, 399})
    void a_notice_about_the_customer_id_is_a_rejection_with_its_remedy(int code) throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(answer(",\"errors\":[{\"code\":" + code + ",\"msg\":\"R42 is bad\"}]"));
            bench.answers(TAKEN);

            BridgeError error = link(bench, known(), UnaryOperator.identity()).getLeft();
            LinkOutcome again = link(bench, known(), UnaryOperator.identity()).get();

            assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(error.message())
                    .contains(String.valueOf(code), "AdobeCampaignID", "integration code", Bench.ORGANISATION.value())
                    .doesNotContain("R42", MID);
            assertThat(error.incident().codes()).containsExactly(String.valueOf(code));
            assertThat(again).as("a rejected link is not remembered").isEqualTo(LinkOutcome.LINKED);
        }
    }

    @Test
    void all_customer_ids_invalid_is_the_same_rejection() throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(200, "{\"errors\":[{\"code\":104,\"msg\":\"x\"}]}", Map.of("X-Error", "104,300"));

            BridgeError error = link(bench, known(), UnaryOperator.identity()).getLeft();

            assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(error.message()).contains("AdobeCampaignID");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 205})
    void a_stumble_of_the_service_is_no_link(int code) throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(answer(",\"errors\":[{\"code\":" + code + "}]"));

            assertThat(link(bench, known(), UnaryOperator.identity()).getLeft())
                    .isInstanceOf(BridgeError.Unavailable.class);
        }
    }

    @Test
    void an_answer_about_another_visitor_is_a_breach() throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers("{\"d_mid\":\"" + OTHER + "\"}");

            assertThat(link(bench, known(), UnaryOperator.identity()).getLeft())
                    .isInstanceOf(BridgeError.ProtocolBreach.class);
        }
    }

    @Test
    void plain_addresses_are_refused_before_a_byte_leaves() throws Exception {
        try (Bench bench = Bench.standard()) {
            Declared address =
                    Declared.builder().field("email").content(KeyContent.EMAIL).build();
            Declared hash =
                    Declared.builder().from(address).wire(KeyForm.SHA256).build();

            BridgeError plain = link(bench, known(), order -> order.dataSource(source(address)))
                    .getLeft();
            BridgeError unhashed = link(
                            bench,
                            known(),
                            order -> order.dataSource(source(hash)).id("ann@example.org"))
                    .getLeft();

            assertThat(plain.message()).contains("S18", "SHA256");
            assertThat(unhashed.message()).contains("S18").doesNotContain("ann");
            assertThat(bench.server.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"PT-299S, true", "PT-301S, false", "PT1H, false", "PT-1H, false", "PT60S, true", "PT61S, false"})
    void a_hand_over_is_taken_by_the_clock_of_the_bridge(Duration written, boolean taken) throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(TAKEN);
            bench.now = bench.now.minus(written);

            assertThat(link(bench, new WebVisitor.HandedOver(HANDED_OVER), UnaryOperator.identity())
                            .isRight())
                    .isEqualTo(taken);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT-1H", "PT1H"})
    void clocks_an_hour_apart_are_a_setting(Duration apart) throws Exception {
        HandOverRules rules = HandOverRules.strict().withSkew(Duration.ofHours(1));
        try (Bench bench = new Bench(settings -> settings.handOvers(rules))) {
            bench.answers(TAKEN);
            bench.now = bench.now.plus(apart);

            assertThat(link(bench, new WebVisitor.HandedOver(HANDED_OVER), UnaryOperator.identity())
                            .get())
                    .isEqualTo(LinkOutcome.LINKED);
        }
    }

    @Test
    void cookies_and_hand_overs_encoded_twice_are_read() throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(TAKEN);
            String value = COOKIE.substring(COOKIE.indexOf('=') + 1);
            String twice = COOKIE.substring(0, COOKIE.indexOf('=') + 1) + value.replace("%", "%25");
            String thrice = HANDED_OVER.replace("%", "%25").replace("%", "%25");

            LinkOutcome cookie =
                    link(bench, cookies(twice), UnaryOperator.identity()).get();
            LinkOutcome handOver = link(bench, new WebVisitor.HandedOver(thrice), UnaryOperator.identity())
                    .get();

            assertThat(cookie).isEqualTo(LinkOutcome.LINKED);
            assertThat(handOver).isEqualTo(LinkOutcome.ALREADY_LINKED);
        }
    }

    @Test
    void broken_and_oversized_cookies_are_refused_and_read_leniently_by_choice() throws Exception {
        String name = COOKIE.substring(0, COOKIE.indexOf('=') + 1);
        try (Bench strict = Bench.standard();
                Bench lenient = new Bench(settings -> settings.cookies(Reading.LENIENT))) {
            for (String value : new String[] {"MCMID%7C" + MID + "%", "MCMID%7C1234", "x".repeat(65_536)}) {
                assertThat(link(strict, cookies(name + value), UnaryOperator.identity())
                                .getLeft())
                        .isInstanceOf(BridgeError.InvalidRequest.class);
            }
            assertThat(link(lenient, cookies(name + "x".repeat(65_536)), UnaryOperator.identity())
                            .get())
                    .isEqualTo(LinkOutcome.NO_VISITOR);
        }
    }

    @Test
    void a_header_of_64_kilobytes_around_a_sound_cookie_does_no_harm() throws Exception {
        try (Bench bench = Bench.standard()) {
            bench.answers(TAKEN);
            String header = "a=" + "x".repeat(65_536) + "; " + COOKIE + "; " + "=;".repeat(1_000);

            assertThat(link(bench, cookies(header), UnaryOperator.identity()).get())
                    .isEqualTo(LinkOutcome.LINKED);
        }
    }

    @Test
    void another_organisations_visitor_is_nobody_by_cookie_and_a_mistake_by_hand_over() throws Exception {
        try (Bench bench = Bench.standard()) {
            String foreign = COOKIE.replace("5BFE274A5F6980A50A495C08", "FAF554945B90342F0A495E2C");
            String link = HANDED_OVER.replace("5BFE274A5F6980A50A495C08", "FAF554945B90342F0A495E2C");

            assertThat(link(bench, cookies(foreign), UnaryOperator.identity()).get())
                    .isEqualTo(LinkOutcome.NO_VISITOR);
            assertThat(link(bench, new WebVisitor.HandedOver(link), UnaryOperator.identity())
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.server.getRequestCount()).isZero();
        }
    }

    private static Either<BridgeError, LinkOutcome> link(
            Bench bench, WebVisitor visitor, UnaryOperator<LinkOrder.Builder> more) {
        LinkOrder.Builder order = LinkOrder.builder()
                .visitor(visitor)
                .dataSource(source(KEY))
                .id("R42")
                .state(LinkState.UNKNOWN);
        return bench.connector
                .ability(VisitorLinks.class)
                .get()
                .link(
                        more.apply(order).build(),
                        Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT));
    }

    private static DataSource source(Declared key) {
        return DataSource.builder()
                .id(77)
                .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                .key(key)
                .build();
    }

    private static WebVisitor known() {
        return new WebVisitor.Known(Ecid.parse(MID).get());
    }

    private static WebVisitor cookies(String header) {
        return new WebVisitor.Cookies(header);
    }

    private static String answer(String more) {
        return "{\"d_mid\":\"" + MID + "\",\"id_sync_ttl\":604800" + more + "}";
    }
}

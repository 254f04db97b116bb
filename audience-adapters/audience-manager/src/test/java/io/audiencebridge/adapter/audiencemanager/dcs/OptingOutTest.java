// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.audiencemanager.client.AamUuid;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.OptOut;
import io.audiencebridge.adapter.audiencemanager.client.OptOutReport;
import io.audiencebridge.adapter.audiencemanager.client.Retention;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.IntegrationCode;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptingOutTest {
    private static final String VIRGINIA = "GET /use.demdex.net/demoptout.jpg";
    private static final String OREGON = "GET /usw2.demdex.net/demoptout.jpg";
    private static final String STANDS = "{'errors':[{'code':171,'msg':'Encountered opt out tag 987'}]}";
    private final DcsBench bench = new DcsBench(Duration.ofSeconds(1), 60);

    OptingOutTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> wishes() {
        String mid = "0".repeat(37) + "7";
        return Stream.of(
                Arguments.of(
                        OptOut.of(DeclaredId.of(123, "987"), DeclaredId.of(new IntegrationCode("one"), "x")),
                        "d_cid=123%01987&d_cid_ic=one%01x"),
                Arguments.of(OptOut.of(DcsBench.DEVICE), "d_uuid=" + DcsBench.UUID),
                Arguments.of(OptOut.of(Ecid.parse(mid).get()), "d_mid=" + mid + "&d_orgid=O%40AdobeOrg"),
                Arguments.of(
                        OptOut.builder()
                                .pair(DeclaredId.of(123, "9 7".replace(" ", "+")))
                                .build(),
                        "d_dpuuid=9%2B7&d_dpid=123"),
                Arguments.of(
                        OptOut.builder()
                                .pair(DeclaredId.of(123, "987"))
                                .uuid(DcsBench.DEVICE)
                                .build(),
                        "d_uuid=" + DcsBench.UUID + "&d_dpuuid=987&d_dpid=123"));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void d17_a_wish_goes_to_all_regions(OptOut wish, String query) {
        bench.api.answers(VIRGINIA, 200, STANDS).answers(OREGON, 200, STANDS);

        OptOutReport report = bench.client.optOut(wish, CallOptions.standard()).get();

        assertThat(report.complete()).isTrue();
        assertThat(report.regions().map(OptOutReport.Region::id)).containsExactly(7, 9);
        assertThat(bench.api.requests()).allSatisfy(request -> {
            assertThat(request.getUrl().encodedQuery()).isEqualTo(query);
            assertThat(request.getHeaders().get("Host")).isEqualTo("acme.demdex.net");
        });
        assertThat(report.toString() + wish).doesNotContain("987", DcsBench.UUID);
    }

    @ParameterizedTest
    @ValueSource(strings = {STANDS, "{}", "{'errors':[{'code':'171'}],'stuff':[]}", "", "{'stuff':[]}"})
    void c13_every_answer_that_the_pages_describe_says_that_it_stands(String body) {
        bench.api.answers(VIRGINIA, 200, body);

        OptOutReport report =
                optOut(OptOut.builder().addDeclaredIds(DeclaredId.of(1, "a")).region(7));

        assertThat(report.complete()).isTrue();
        assertThat(bench.api.lines()).containsExactly(VIRGINIA);
    }

    @Test
    void an_image_says_that_it_stands_too_unless_a_header_says_otherwise() {
        MockResponse.Builder image = new MockResponse.Builder()
                .setHeader("Content-Type", "image/jpeg")
                .body("JFIF");
        bench.answering(VIRGINIA, image);
        bench.answering(OREGON, image.clone().setHeader("X-Error", "300"));

        OptOutReport report = optOut(OptOut.builder().addDeclaredIds(DeclaredId.of(1, "a")));

        assertThat(report.regions().get(0).failure().isEmpty()).isTrue();
        assertThat(report.regions().get(1).failure().get().incident().codes()).containsExactly("300");
    }

    @Test
    void each_region_has_a_result_of_its_own() {
        bench.api.answers(VIRGINIA, 503, "").answers(OREGON, 200, STANDS);

        OptOutReport report = optOut(OptOut.builder().addDeclaredIds(DeclaredId.of(1, "a")));

        assertThat(report.complete()).isFalse();
        assertThat(report.regions().get(0).failure().get()).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(report.regions().get(1).failure().isEmpty()).isTrue();
    }

    @Test
    void a_wish_waits_for_no_rate_and_a_device_is_opted_out_where_its_data_is() {
        bench.answering(DcsBench.TAKEN.replace(":5", ":9")).api.answers(OREGON, 200, STANDS);
        bench.send(EventCall.builder().uuid(DcsBench.DEVICE).signal("c_a", "1"));

        OptOutReport report = optOut(OptOut.builder().uuid(DcsBench.DEVICE));

        assertThat(report.complete()).isTrue();
        assertThat(bench.api.lines()).containsExactly("GET /event", OREGON);
    }

    @Test
    void a_person_is_opted_out_everywhere_although_one_device_was_seen_somewhere() {
        DeclaredId person = DeclaredId.of(1, "a");
        bench.answering(DcsBench.TAKEN.replace(":5", ":9"));
        bench.api.answers(VIRGINIA, 200, STANDS).answers(OREGON, 200, STANDS);
        bench.send(EventCall.builder().addDeclaredIds(person));

        OptOutReport report = optOut(OptOut.builder().addDeclaredIds(person));

        assertThat(report.regions().map(OptOutReport.Region::id)).containsExactly(7, 9);
    }

    @Test
    void d17_an_event_of_who_opted_out_is_never_a_success() {
        bench.api.answers(VIRGINIA, 200, STANDS).answers(OREGON, 200, STANDS);
        bench.answering(STANDS);
        DeclaredId person = DeclaredId.of(123, "987");

        bench.client.optOut(OptOut.of(person), CallOptions.standard());
        EventAnswer answer =
                bench.send(EventCall.builder().addDeclaredIds(person)).get();

        assertThat(answer).isInstanceOf(EventAnswer.OptedOut.class);
        assertThat(answer.<String>match(new EventAnswer.Cases<>() {
                    @Override
                    public String taken(EventAnswer.Taken taken) {
                        return "taken";
                    }

                    @Override
                    public String optedOut(EventAnswer.OptedOut optedOut) {
                        return "opted out: " + optedOut.notices().mkString();
                    }
                }))
                .isEqualTo("opted out: 171 (the person has opted out)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "NOTARGET", "+4915112345678"})
    void what_must_not_travel_does_not_travel_in_a_wish_either(String id) {
        BridgeError error = bench.client
                .optOut(OptOut.of(DeclaredId.of(1, id)), CallOptions.standard())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.api.requests()).isEmpty();
    }

    @Test
    void a_wish_is_for_one_person_or_one_device() {
        AamUuid device = DcsBench.DEVICE;
        OptOut.Builder none = OptOut.builder();
        OptOut.Builder both = OptOut.builder().uuid(device).addDeclaredIds(DeclaredId.of(1, "a"));
        OptOut.Builder byCode = OptOut.builder().pair(DeclaredId.of(new IntegrationCode("one"), "a"));

        assertThatThrownBy(none::build).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(both::build).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(byCode::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_settings_all_documented_regions_are_called() {
        DataCollectionSettings settings = DataCollectionSettings.of("acme.demdex.net");

        assertThat(settings.regions().keySet()).containsExactlyInAnyOrder(3, 4, 6, 7, 8, 9, 11, 12);
        assertThat(settings.regions().get(9)).hasToString("https://usw2.demdex.net");
        assertThat(settings.uri()).hasToString("https://acme.demdex.net");
        assertThat(settings.idService()).hasToString("https://dpm.demdex.net");
    }

    @Test
    void retention_is_told_with_its_source() {
        assertThat(Retention.EDGE.keptFor()).isEqualTo(Duration.ofDays(14));
        assertThat(Retention.CUSTOMER_IDS.atMost()).contains(Duration.ofDays(1_800));
        assertThat(Retention.values()).allSatisfy(retention -> {
            assertThat(retention.keptFor()).isPositive();
            assertThat(retention.source()).isNotBlank();
        });
    }

    private OptOutReport optOut(OptOut.Builder wish) {
        return bench.client.optOut(wish.build(), CallOptions.standard()).get();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experiencecloud.client.AuthenticationState;
import io.audiencebridge.adapter.experiencecloud.client.CallOptions;
import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.experiencecloud.client.IdAnswer;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutStatus;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.experiencecloud.client.ServiceNotice;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases of the ID service's calls: C1, C2, C8 to C14, C17, E8, E10, and the rules around them. */
class GoldenIdServiceTest {
    private static final String ID = "16908443662402872073525706953453086963";
    private static final Ecid ECID = Ecid.parse(ID).get();
    private static final String KNOWN = "{\"d_mid\":\"" + ID + "\"}";

    private final Bench bench = Bench.standard();
    private final ExperienceCloudIdService service = bench.service();

    GoldenIdServiceTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void c1_a_customer_id_is_bound_to_a_visitor() throws Exception {
        bench.answers(KNOWN);
        IdRequest request = IdRequest.builder()
                .visitorId(new VisitorId("1234"))
                .addCustomerIds(CustomerId.of(4444, "9876", AuthenticationState.AUTHENTICATED))
                .build();

        service.identify(request, CallOptions.standard());

        assertThat(bench.target().split("[?&]", -1))
                .startsWith("/id")
                .contains("d_mid=1234", "d_cid=4444%019876%011", "d_ver=2", "d_rtbd=json")
                .contains("d_orgid=5BFE274A5F6980A50A495C08%40AdobeOrg");
    }

    @Test
    void c2_a_visitor_without_an_id_gets_one() throws Exception {
        bench.answers(KNOWN);

        IdAnswer answer =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).get();

        assertThat(answer.ecid()).contains(ECID);
        assertThat(bench.target()).doesNotContain("d_mid", "d_cid");
    }

    @Test
    void c17_a_recipient_is_linked_to_a_visitor() throws Exception {
        bench.answers(KNOWN);
        CustomerId recipient =
                CustomerId.of(IntegrationCode.ADOBE_CAMPAIGN_ID, "R42", AuthenticationState.AUTHENTICATED);

        service.identify(IdRequest.linking(ECID, recipient), CallOptions.standard());

        assertThat(bench.target())
                .endsWith("&d_mid=16908443662402872073525706953453086963&d_cid_ic=AdobeCampaignID%01R42%011");
    }

    @Test
    void what_the_last_answer_wanted_goes_back_with_consent() throws Exception {
        bench.answers(KNOWN);
        IdRequest request = IdRequest.builder()
                .ecid(ECID)
                .region(6)
                .blob("a+b/c=")
                .idSyncContainer(2)
                .coppa(true)
                .gdprConsent("BO x")
                .build();

        service.identify(request, CallOptions.standard());

        assertThat(bench.target())
                .endsWith("&dcs_region=6&d_blob=a%2Bb%2Fc%3D&d_nsid=2&d_coppa=true&gdpr=1&gdpr_consent=BO%20x");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"C8, 12, 1, 12 are; 10", "C9, 1, 4, 4 of one code; 3"})
    void more_ids_than_the_service_takes_are_refused_before_a_byte_leaves(
            String number, int codes, int each, String why) {
        IdRequest.Builder request = IdRequest.builder().ecid(ECID);
        IntStream.range(0, codes)
                .forEach(code -> IntStream.range(0, each)
                        .forEach(i -> request.addCustomerIds(CustomerId.of(
                                new IntegrationCode("code" + code), "id-" + i, AuthenticationState.UNKNOWN))));

        BridgeError error =
                service.identify(request.build(), CallOptions.standard()).getLeft();

        assertThat(error).as(number + why).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("customer ids").doesNotContain("id-");
        assertThat(bench.server.getRequestCount()).isZero();
    }

    @Test
    void c8_and_c9_what_the_service_dropped_is_a_remark() {
        bench.answers(
                200,
                "{\"d_mid\":\"" + ID
                        + "\",\"errors\":[{\"code\":301},{\"code\":309},{\"code\":309},{\"code\":310,\"msg\":\"R42\"}]}",
                Map.of("X-Error", "301,309,310"));

        IdAnswer answer = service.identify(IdRequest.linking(ECID, anyId()), CallOptions.standard())
                .get();

        assertThat(answer.notices()).extracting(ServiceNotice::code).containsExactly(301, 309, 309, 310);
        assertThat(answer.notices().toString()).contains("more than ten").doesNotContain("R42");
        assertThat(answer.isOptedOut()).isFalse();
    }

    @Test
    void c12_wrong_ids_are_two_mistakes_and_no_visitor() {
        bench.answers(
                200,
                "{\"errors\":[{\"code\":101,\"msg\":\"Invalid Experience Cloud id passed in\"},"
                        + "{\"code\":102,\"msg\":\"Invalid aam id passed in request\"}]}",
                Map.of("X-Error", "101,102"));

        BridgeError error =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).getLeft();

        assertThat(error)
                .isInstanceOfSatisfying(
                        BridgeError.InvalidRequest.class,
                        invalid -> assertThat(invalid.violations()).hasSize(2));
        assertThat(error.incident().codes()).containsExactly("101", "102");
    }

    @ParameterizedTest(name = "C13 {0}")
    @ValueSource(
            strings = {
                "{\"d_mid\":\"12345\",\"dcs_region\":\"6\",\"id_sync_ttl\":\"604800\",\"d_blob\":\"wxyz5432\"}",
                "{\"d_mid\":\"12345\",\"dcs_region\":6,\"id_sync_ttl\":604800,\"d_blob\":\"wxyz5432\",\"ibs\":[],\"tid\":\"x\"}"
            })
    void c13_numbers_come_as_numbers_and_as_texts(String body) throws Exception {
        try (Bench lenient = new Bench(settings -> settings.reading(Reading.LENIENT))) {
            lenient.answers(body);
            bench.answers(body.replace("12345", ID));

            IdAnswer answer = lenient.service()
                    .identify(IdRequest.anonymous(), CallOptions.standard())
                    .get();
            IdAnswer strict = service.identify(IdRequest.anonymous(), CallOptions.standard())
                    .get();

            assertThat(answer)
                    .isEqualTo(IdAnswer.builder()
                            .visitorId(new VisitorId("12345"))
                            .region(6)
                            .idSyncKept(Duration.ofDays(7))
                            .blob("wxyz5432")
                            .build());
            assertThat(strict)
                    .isEqualTo(IdAnswer.builder()
                            .from(answer)
                            .visitorId(VisitorId.of(ECID))
                            .build());
        }
    }

    @ParameterizedTest(name = "C14 {0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"d_optout\":[\"global\"],\"d_ottl\":7200}`, PT2H",
                "`{\"d_mid\":\"NOTARGET\",\"d_optout\":[\"global\"],\"d_ottl\":\"60\"}`, PT1M",
                "`{\"d_mid\":\"NONE\"}`, PT2H",
                "`{\"errors\":[{\"code\":171,\"msg\":\"Encountered opt out tag\"}]}`, PT2H",
                "`{\"d_mid\":\"16908443662402872073525706953453086963\",\"d_optout\":\"global\"}`, PT2H"
            })
    void c14_whoever_opted_out_is_an_answer(String body, Duration kept) {
        bench.answers(body);

        IdAnswer answer = service.identify(IdRequest.builder().ecid(ECID).build(), CallOptions.standard())
                .get();

        assertThat(answer.isOptedOut()).isTrue();
        assertThat(answer.visitorId()).isEmpty();
        assertThat(answer.optOuts()).containsExactly("global");
        assertThat(answer.optOutKept()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"172", "173", "198", "199", "313", "314", "315"})
    void whoever_must_not_be_followed_is_an_answer_too(int code) {
        bench.answers(200, "{\"errors\":[{\"code\":" + code + "}]}", Map.of("X-Error", "" + code));

        IdAnswer answer =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).get();

        assertThat(answer.isOptedOut()).isTrue();
        assertThat(answer.notices()).containsExactly(new ServiceNotice(code));
    }

    @ParameterizedTest
    @CsvSource({
        "0, Unavailable", "1, AccessDenied", "2, AccessDenied", "100, ProtocolBreach", "101, InvalidRequest",
                "102, InvalidRequest", "104, InvalidRequest",
        "109, AccessDenied", "111, AccessDenied", "200, Unavailable", "201, Unavailable", "202, Unavailable",
                "203, Unavailable", "204, Unavailable",
        "205, Unavailable", "300, RejectedBySystem", "311, ProtocolBreach", "999, RejectedBySystem"
    })
    void a_code_without_a_visitor_is_an_error_of_its_kind(int code, String expected) {
        bench.answers(200, "{\"errors\":[{\"code\":" + code + ",\"msg\":\"person-77\"}]}", Map.of());

        BridgeError error =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).getLeft();

        assertThat(error.code()).isEqualTo(expected);
        assertThat(error.incident().codes()).containsExactly("" + code);
        assertThat(error.message()).contains("" + code).doesNotContain("person-77");
    }

    @ParameterizedTest
    @CsvSource({"10", "200", "300", "302", "303", "304", "306", "307", "312", "999"})
    void a_code_beside_a_visitor_is_a_remark(int code) {
        bench.answers("{\"d_mid\":\"" + ID + "\",\"errors\":[{\"code\":" + code + "}]}");

        IdAnswer answer =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).get();

        assertThat(answer.ecid()).contains(ECID);
        assertThat(answer.notices()).containsExactly(new ServiceNotice(code));
    }

    @Test
    void c10_a_badly_encoded_request_was_not_done_even_if_only_the_header_says_so() {
        bench.answers(200, "", Map.of("X-Error", "311"));

        assertThat(service.identify(IdRequest.anonymous(), CallOptions.standard())
                        .getLeft())
                .isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @ParameterizedTest(name = "E8 and the like {0}")
    @ValueSource(
            strings = {
                "{\"d_mid\":8382830887934830189014177072406221371}",
                "{\"d_mid\":\"12345\"}",
                "{\"d_mid\":\"\"}",
                "{\"d_mid\":[]}",
                "{\"d_mid\":null}",
                "{}",
                "[]",
                "",
                "<html>",
                "{\"d_mid\":\"16908443662402872073525706953453086963\"",
                "\u0000"
            })
    void e8_an_answer_without_a_visitor_is_a_breach(String body) {
        bench.answers(body);

        BridgeError error =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).doesNotContain("8382830", "12345", "1690844");
    }

    @Test
    void a_refusal_of_the_old_kind_is_not_repeated() {
        bench.answers("{\"error_msg\":\"bad person-77\"}");

        BridgeError error =
                service.identify(IdRequest.anonymous(), CallOptions.standard()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(error.message()).doesNotContain("person-77");
    }

    @Test
    void region_and_blob_of_another_visitor_are_not_kept() {
        bench.answers("{\"d_mid\":\"20265673158980419722735089753036633573\",\"dcs_region\":9,\"d_blob\":\"x\"}");

        IdAnswer answer = service.identify(IdRequest.builder().ecid(ECID).build(), CallOptions.standard())
                .get();

        assertThat(answer.ecid()).isNotEmpty();
        assertThat(answer.region()).isEmpty();
        assertThat(answer.blob()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "408, Unavailable",
        "503, Unavailable",
        "504, Unavailable",
        "429, Throttled",
        "403, AccessDenied",
        "302, ProtocolBreach"
    })
    void statuses(int status, String expected) {
        bench.answers(status, "<html>", Map.of());

        assertThat(service.identify(IdRequest.anonymous(), CallOptions.standard())
                        .getLeft()
                        .code())
                .isEqualTo(expected);
    }

    @Test
    void the_status_of_an_opt_out_can_be_asked() throws Exception {
        bench.answers("{\"d_optout\":[\"global\"],\"d_ottl\":7200}");
        bench.answers("{\"d_optout\":[],\"d_ottl\":10}");

        Either<BridgeError, OptOutStatus> out = service.optOutStatus(VisitorId.of(ECID), CallOptions.standard());
        Either<BridgeError, OptOutStatus> in = service.optOutStatus(VisitorId.of(ECID), CallOptions.standard());

        assertThat(out.get()).isEqualTo(new OptOutStatus(true, Duration.ofHours(2)));
        assertThat(in.get()).isEqualTo(new OptOutStatus(false, Duration.ofSeconds(10)));
        assertThat(bench.target()).startsWith("/optOutStatus?").contains("d_rtbd=json", "d_mid=" + ID);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "GIF89a, ``, true",
                "{}, ``, true",
                "`{\"errors\":[{\"code\":171}]}`, 171, true",
                "GIF89a, `300,101`, false",
                "{}, 1, false"
            })
    void an_opt_out_is_taken_unless_the_service_says_otherwise(String body, String codes, boolean taken)
            throws Exception {
        bench.answers(200, body, Map.of("X-Error", codes));
        OptOutRequest request = OptOutRequest.builder()
                .visitorId(VisitorId.of(ECID))
                .addCustomerIds(anyId())
                .build();

        Either<BridgeError, Boolean> done = service.optOut(request, CallOptions.standard());

        assertThat(done.isRight()).isEqualTo(taken);
        assertThat(bench.target())
                .startsWith("/acme.demdex.net/demoptout.jpg?")
                .contains("d_mid=" + ID, "d_cid_ic=AdobeCampaignID%01R42%010");
    }

    @Test
    void an_opt_out_of_nobody_or_without_the_companys_address_is_refused() throws Exception {
        try (Bench bare = new Bench(settings -> settings.companyUri(Optional.empty()))) {
            assertThat(bare.service()
                            .optOut(OptOutRequest.of(ECID), CallOptions.standard())
                            .getLeft()
                            .message())
                    .contains("companyUri");
        }
        assertThat(service.optOut(OptOutRequest.builder().build(), CallOptions.standard())
                        .getLeft()
                        .message())
                .contains("names nobody");
    }

    @Test
    void e4_an_empty_id_never_leaves() {
        IdRequest request = IdRequest.builder()
                .ecid(ECID)
                .addCustomerIds(CustomerId.of(4444, "", AuthenticationState.UNKNOWN))
                .build();

        assertThat(service.identify(request, CallOptions.standard()).getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.server.getRequestCount()).isZero();
    }

    @Test
    void e10_an_organisation_id_that_is_a_character_short_is_taken_and_warned_of() throws Exception {
        ImsOrgId odd = new ImsOrgId("C538193582390300A495CC9@AdobeOrg");
        try (Bench other = new Bench(settings -> settings.organisation(odd))) {
            assertThat(other.service()).isNotNull();
        }

        assertThat(SettingsCheck.oddity(odd).get()).contains("32 characters instead of 33");
        assertThat(SettingsCheck.oddity(Bench.ORGANISATION)).isEmpty();
    }

    @Test
    void settings_are_told_every_mistake_at_once() {
        var settings = ExperienceCloudSettings.builder()
                .organisation(new ImsOrgId("nowhere"))
                .uri(URI.create("dpm"))
                .companyUri(URI.create("https://acme.demdex.net/?a=b"))
                .mostCustomerIds(0)
                .mostIdsOfOneNamespace(-1)
                .mostLinksRemembered(0)
                .linksRemembered(Duration.ofSeconds(-1))
                .mostCallsPerSecond(1_000_000)
                .build();

        assertThat(new ExperienceCloudConnectorFactory()
                        .connect(settings, new Bench.Context(InstantSource.system()))
                        .getLeft()
                        .message())
                .contains(List.of(
                        "organisation id",
                        ".uri",
                        ".companyUri",
                        "mostCustomerIds",
                        "mostIdsOfOneNamespace",
                        "mostLinksRemembered",
                        "linksRemembered",
                        "mostCallsPerSecond"));
    }

    private static CustomerId anyId() {
        return CustomerId.of(IntegrationCode.ADOBE_CAMPAIGN_ID, "R42", AuthenticationState.UNKNOWN);
    }
}

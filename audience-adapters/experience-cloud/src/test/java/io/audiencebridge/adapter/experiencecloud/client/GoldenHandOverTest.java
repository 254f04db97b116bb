// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases M1 to M12 of the protocol page, and the rules around them. */
class GoldenHandOverTest {
    private static final ImsOrgId OWN = new ImsOrgId("FAF554945B90342F0A495E2C@AdobeOrg");
    private static final Instant WRITTEN = Instant.ofEpochSecond(1_641_432_103);
    private static final String ID = "77094828402023918047117570965393734545";
    private static final String VALUE =
            "TS%3D1641432103%7CMCMID%3D" + ID + "%7CMCORGID%3DFAF554945B90342F0A495E2C%40AdobeOrg";
    private static final String QUERY = "?foo=bar&adobe_mc=" + VALUE + "&a=b";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "M1, 0, true",
        "M2, 300, true",
        "the rule behind M2, 301, false",
        "a minute ahead, -60, true",
        "more ahead, -61, false"
    })
    void a_link_is_good_for_five_minutes(String number, int age, boolean accepted) {
        Either<Violation, Option<HandOver>> read =
                HandOver.read(QUERY, OWN, WRITTEN.plusSeconds(age), HandOverRules.strict());

        assertThat(read.isRight()).as(number).isEqualTo(accepted);
        read.forEach(found -> assertThat(found.get().visitorId().text()).isEqualTo(ID));
    }

    @Test
    void m4_a_link_of_another_organisation_is_refused() {
        ImsOrgId other = new ImsOrgId("5BFE274A5F6980A50A495C08@AdobeOrg");

        assertThat(HandOver.read(QUERY, other, WRITTEN, HandOverRules.strict())
                        .getLeft()
                        .message())
                .contains("not of the organisation")
                .doesNotContain(ID);
    }

    @ParameterizedTest(name = "M5 {0}")
    @ValueSource(
            strings = {
                "",
                "a",
                "a%3Db",
                "%7C%7C",
                "TS%3Dfoo%7CMCMID%3D77094828402023918047117570965393734545%7CMCORGID%3DFAF554945B90342F0A495E2C%40AdobeOrg",
                "TS%3D1641432103%7CMCMID%3D%7CMCORGID%3DFAF554945B90342F0A495E2C%40AdobeOrg",
                "TS%7CMCMID",
                "%",
                "%f",
                "TS%3D-1%7CMCMID%3D77094828402023918047117570965393734545%7CMCORGID%3DFAF554945B90342F0A495E2C%40AdobeOrg",
                "TS%3D99999999999999999999%7CMCMID%3D77094828402023918047117570965393734545%7CMCORGID%3DFAF554945B90342F0A495E2C%40AdobeOrg"
            })
    void m5_what_is_broken_is_refused_in_both_readings(String value) {
        String query = "?adobe_mc=" + value;

        assertThat(HandOver.read(query, OWN, WRITTEN, HandOverRules.strict()).isLeft())
                .isTrue();
        assertThat(HandOver.read(query, OWN, WRITTEN, HandOverRules.lenient()).isLeft())
                .isTrue();
    }

    @Test
    void m6_a_value_that_was_encoded_twice_is_read() {
        String query = "?adobe_mc=" + VALUE.replace("%", "%25");

        assertThat(id(HandOver.read(query, OWN, WRITTEN, HandOverRules.strict())))
                .isEqualTo(ID);
    }

    @Test
    void m8_what_the_browser_library_writes_is_read() {
        String query =
                "adobe_mc=MCMID%3D06387190804794960331430905673364101813%7CMCORGID%3D5BFE274A5F6980A50A495C08%2540AdobeOrg%7CTS%3D1653516560";

        assertThat(id(HandOver.read(
                        query,
                        new ImsOrgId("5BFE274A5F6980A50A495C08@AdobeOrg"),
                        Instant.ofEpochSecond(1_653_516_560),
                        HandOverRules.strict())))
                .isEqualTo("06387190804794960331430905673364101813");
    }

    @Test
    void m9_of_two_parameters_the_last_counts_even_if_it_is_empty() {
        String first = VALUE.replace(ID, "11111111111111111111111111111111111111");

        assertThat(id(HandOver.read("?adobe_mc=" + first + "&adobe_mc=" + VALUE, OWN, WRITTEN, HandOverRules.strict())))
                .isEqualTo(ID);
        assertThat(HandOver.read("?adobe_mc=" + VALUE + "&adobe_mc=", OWN, WRITTEN, HandOverRules.strict())
                        .isLeft())
                .isTrue();
    }

    @ParameterizedTest(name = "M10 {0}")
    @CsvSource({
        "http://example.org/page1#fred, http://example.org/page1?, #fred",
        "http://example.org/page1, http://example.org/page1?, ''",
        "http://example.org/page1?, http://example.org/page1?, ''",
        "http://example.org/page1?a=b#c?d, http://example.org/page1?a=b&, #c?d",
        "http://example.org/?adobe_mc=old&a=b, http://example.org/?a=b&, ''",
        "http://example.org/?adobe_mc=old, http://example.org/?, ''",
        "http://example.org/?xadobe_mc=kept, http://example.org/?xadobe_mc=kept&, ''"
    })
    void m10_the_parameter_stands_at_the_end_of_the_query(String address, String before, String after) {
        String written = handOver().appendedTo(address);

        assertThat(written)
                .isEqualTo(before + "adobe_mc=TS%3D1641432103%7CMCMID%3D" + ID
                        + "%7CMCORGID%3DFAF554945B90342F0A495E2C%2540AdobeOrg" + after);
        assertThat(HandOver.read(written, OWN, WRITTEN, HandOverRules.strict()).get())
                .contains(handOver());
    }

    @Test
    void m12_milliseconds_are_taken_leniently_only() {
        String query = "?adobe_mc=" + VALUE.replace("1641432103", "1641432103999");

        assertThat(HandOver.read(query, OWN, WRITTEN, HandOverRules.strict()).isLeft())
                .isTrue();
        assertThat(id(HandOver.read(query, OWN, WRITTEN, HandOverRules.lenient())))
                .isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource({"3900, true", "3901, false", "-3660, true", "-3661, false"})
    void clocks_that_are_an_hour_apart_can_be_allowed_for(int age, boolean accepted) {
        HandOverRules rules = HandOverRules.strict().withSkew(Duration.ofHours(1));

        assertThat(HandOver.read(QUERY, OWN, WRITTEN.plusSeconds(age), rules).isRight())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"359, true", "360, false", "-100000, true"})
    void leniently_the_rules_are_those_of_the_browser_library(int age, boolean accepted) {
        assertThat(HandOver.read(QUERY, OWN, WRITTEN.plusSeconds(age), HandOverRules.lenient())
                        .isRight())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?a=b", "https://example.org/", "?xadobe_mc=TS%3D1", "#adobe_mc", "?adobe_mc_sdid=x"})
    void an_address_without_the_parameter_hands_nobody_over(String text) {
        assertThat(HandOver.read(text, OWN, WRITTEN, HandOverRules.strict()).get())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/#/page?adobe_mc=",
                "https://example.org/?a=b&adobe_mc=",
                "#adobe_mc=",
                "adobe_mc="
            })
    void the_parameter_is_found_in_the_fragment_too(String before) {
        assertThat(id(HandOver.read(before + VALUE + "#more", OWN, WRITTEN, HandOverRules.strict())))
                .isEqualTo(ID);
    }

    @Test
    void the_id_of_analytics_goes_along() {
        HandOver handOver = HandOver.builder()
                .from(handOver())
                .analyticsId(new AnalyticsId("28B7854A85160711-40000182A01D8F44"))
                .build();

        assertThat(HandOver.read(handOver.parameter(), OWN, WRITTEN, HandOverRules.strict())
                        .get())
                .contains(handOver);
        assertThat(handOver.toString()).doesNotContain("28B785", ID);
    }

    private static HandOver handOver() {
        return HandOver.builder()
                .visitorId(new VisitorId(ID))
                .organisation(OWN)
                .written(WRITTEN)
                .build();
    }

    private static String id(Either<Violation, Option<HandOver>> read) {
        return read.get().get().visitorId().text();
    }
}

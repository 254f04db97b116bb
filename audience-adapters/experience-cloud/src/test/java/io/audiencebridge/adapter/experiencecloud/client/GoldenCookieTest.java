// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases A1 to A10 of the protocol page, and the rules around them. */
class GoldenCookieTest {
    private static final ImsOrgId ORGANISATION = new ImsOrgId("5BFE274A5F6980A50A495C08@AdobeOrg");
    private static final String A1 =
            "77933605%7CMCIDTS%7C18290%7CMCMID%7C16908443662402872073525706953453086963%7CMCAAMLH-1580857889%7C9"
                    + "%7CMCAAMB-1580857889%7CRKhpRz8krg2tLO6pguXWp5olkAcUniQYPHaMWWgdJ3xzPWQmdj0y"
                    + "%7CMCOPTOUT-1580260289s%7CNONE%7CvVersion%7C4.5.1";

    @Test
    void a1_a_whole_cookie() {
        VisitorCookie cookie = VisitorCookie.read(A1, Reading.STRICT).get();

        assertThat(cookie.digest()).hasValue(77_933_605);
        assertThat(cookie.digest()).hasValue("4.5.1|dpm.demdex.net".hashCode());
        assertThat(cookie.ecid().get().digits()).isEqualTo("16908443662402872073525706953453086963");
        assertThat(cookie.region()).hasValue(9);
        assertThat(cookie.field("MCAAMLH").get().expires()).contains(Instant.ofEpochSecond(1_580_857_889));
        CookieField optOut = cookie.field("MCOPTOUT").get();
        assertThat(optOut.value()).isEqualTo("NONE");
        assertThat(optOut.expires()).contains(Instant.ofEpochSecond(1_580_260_289));
        assertThat(optOut.endsWithSession()).isTrue();
        assertThat(cookie.isOptedOut()).isFalse();
        assertThat(cookie.version()).contains("4.5.1");
        assertThat(cookie.field("MCIDTS").get().value()).isEqualTo("18290");
        assertThat(cookie.value()).isEqualTo(A1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "A2, -831174370|MCMID|77094828402023918047117570965393734545|vVersion|4.5.1, 77094828402023918047117570965393734545, false",
        "A4, random|string|MCMID|1234|random|random, 1234, false",
        "A5, version|0.0.4, , false",
        "A6, T, , false",
        "A6, '', , false",
        "A8, MCMID|NONE|MCOPTOUT|global, , true",
    })
    void cookies(String number, String value, String id, boolean optedOut) {
        VisitorCookie cookie = VisitorCookie.read(value, Reading.LENIENT).get();

        assertThat(cookie.visitorId().map(VisitorId::text).getOrNull())
                .as(number)
                .isEqualTo(id);
        assertThat(cookie.isOptedOut()).isEqualTo(optedOut);
        assertThat(VisitorCookie.read(value, Reading.STRICT).isRight()).isEqualTo(!"1234".equals(id));
    }

    @Test
    void a2_a_negative_digest_is_the_hash_of_its_servers() {
        assertThat(VisitorCookie.read("-831174370|MCMID|77094828402023918047117570965393734545", Reading.STRICT)
                        .get()
                        .digest())
                .hasValue("4.5.1|dpm.demdex.net|dpm.demdex.net".hashCode());
    }

    @ParameterizedTest(name = "A9 {0}")
    @ValueSource(
            strings = {
                "s_ecid=MCMID%7C16908443662402872073525706953453086963",
                "a=b; s_ecid=MCMID|16908443662402872073525706953453086963"
            })
    void a9_without_an_amcv_cookie_the_id_is_in_s_ecid(String header) {
        VisitorCookies cookies =
                VisitorCookies.read(header, ORGANISATION, Reading.STRICT).get();

        assertThat(cookies.ecid().get().digits()).isEqualTo("16908443662402872073525706953453086963");
    }

    @Test
    void a10_the_cookie_of_another_organisation_is_not_looked_at() {
        String header = "AMCV_FAF554945B90342F0A495E2C%40AdobeOrg=" + A1;

        assertThat(VisitorCookies.read(header, ORGANISATION, Reading.STRICT)
                        .get()
                        .visitorId())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMCV_5BFE274A5F6980A50A495C08%40AdobeOrg", "AMCV_5BFE274A5F6980A50A495C08@AdobeOrg"})
    void the_name_may_be_encoded_or_not(String name) {
        String header = "x=1; " + name + "=\"" + A1 + "\";AMCVS_5BFE274A5F6980A50A495C08%40AdobeOrg=1; "
                + "s_vi=[CS]v1|28B7854A85160711-40000182A01D8F44[CE]";

        VisitorCookies cookies =
                VisitorCookies.read(header, ORGANISATION, Reading.STRICT).get();

        assertThat(cookies.ecid()).isNotEmpty();
        assertThat(cookies.sessionLives()).isTrue();
        assertThat(cookies.analyticsId()).contains(new AnalyticsId("28B7854A85160711-40000182A01D8F44"));
    }

    @Test
    void whoever_opted_out_has_no_id_even_if_another_cookie_names_one() {
        String header =
                "AMCV_5BFE274A5F6980A50A495C08%40AdobeOrg=MCMID|NONE; s_ecid=MCMID%7C16908443662402872073525706953453086963";

        VisitorCookies cookies =
                VisitorCookies.read(header, ORGANISATION, Reading.STRICT).get();

        assertThat(cookies.isOptedOut()).isTrue();
        assertThat(cookies.visitorId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MCMID|1234",
                "MCMID%7",
                "MCMID|16908443662402872073525706953453086963|MCMID|20265673158980419722735089753036633573",
                "MCAAMB-soon|x",
                "%ff%fe"
            })
    void strictly_read_a_cookie_must_be_one(String value) {
        assertThat(VisitorCookie.read(value, Reading.STRICT).getLeft().message())
                .doesNotContain("1234", "1690844366");
        assertThat(VisitorCookie.read(value, Reading.LENIENT).isRight()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_cookie_of_64_kilobytes_is_refused_strictly_and_read_leniently(Reading reading) {
        String value = A1 + "%7CMCSYNCSOP%7C" + "411-18297*".repeat(6500);

        assertThat(VisitorCookie.read(value, reading).isRight()).isEqualTo(reading == Reading.LENIENT);
    }

    @Test
    void fields_end_by_the_clock_or_with_the_session() {
        VisitorCookie cookie = VisitorCookie.read(A1, Reading.STRICT).get();
        Instant end = Instant.ofEpochSecond(1_580_260_289);
        CookieField field = cookie.field("MCOPTOUT").get();

        assertThat(field.isOver(end.minusSeconds(1), true)).isFalse();
        assertThat(field.isOver(end.minusSeconds(1), false)).isTrue();
        assertThat(field.isOver(end, true)).isTrue();
        assertThat(cookie.field("MCMID").get().isOver(Instant.MAX, false)).isFalse();
    }

    @Test
    void what_the_service_answered_becomes_a_cookie_that_reads_back() {
        Instant now = Instant.parse("2026-11-24T12:00:00.5Z");
        Ecid ecid = Ecid.parse("16908443662402872073525706953453086963").get();
        IdAnswer answer = IdAnswer.builder()
                .visitorId(VisitorId.of(ecid))
                .region(9)
                .blob("RKhpRz8krg2tLO6pguXWp5o")
                .build();

        VisitorCookie written = VisitorCookie.of(answer, now);
        VisitorCookie read = VisitorCookie.read(written.value(), Reading.STRICT).get();

        assertThat(read).isEqualTo(written);
        assertThat(read.ecid()).contains(ecid);
        assertThat(read.region()).hasValue(9);
        assertThat(read.blob()).contains("RKhpRz8krg2tLO6pguXWp5o");
        assertThat(read.isOptedOut()).isFalse();
        assertThat(read.field("MCOPTOUT").get().expires())
                .contains(Instant.ofEpochSecond(now.getEpochSecond()).plus(Duration.ofHours(2)));
        assertThat(VisitorCookie.of(ecid).value()).isEqualTo("MCMID%7C16908443662402872073525706953453086963");
    }

    @Test
    void a_value_that_would_become_two_fields_is_left_out() {
        VisitorCookie cookie = VisitorCookie.empty()
                .with(CookieField.of("MCAAMB", "a|MCMID|1"))
                .with(CookieField.of("a-b", "x"))
                .with(CookieField.of("MCAAMLH", "6"));

        assertThat(cookie.value()).isEqualTo("MCAAMLH%7C6");
        assertThat(cookie.digest()).isEqualTo(OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "[CS]v1|28B7854A85160711-40000182A01D8F44[CE], true, true",
        "%5BCS%5Dv1%7C28B7854A85160711-40000182A01D8F44%5BCE%5D, true, true",
        "[CS]v1|28b7854a-1[CE], false, true",
        "[CS]v4|28B7854A85160711-40000182A01D8F44[CE], false, true",
        "28B7854A85160711-40000182A01D8F44, false, false",
        "'', false, false"
    })
    void the_cookie_of_analytics_holds_its_id(String value, boolean strict, boolean lenient) {
        assertThat(AnalyticsId.parseCookie(value, Reading.STRICT).isRight()).isEqualTo(strict);
        assertThat(AnalyticsId.parseCookie(value, Reading.LENIENT).isRight()).isEqualTo(lenient);
        AnalyticsId.parseCookie(value, Reading.STRICT)
                .forEach(id -> assertThat(id.cookieValue()).isEqualTo("[CS]v1|28B7854A85160711-40000182A01D8F44[CE]"));
    }
}

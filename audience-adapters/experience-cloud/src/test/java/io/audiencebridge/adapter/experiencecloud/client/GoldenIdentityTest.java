// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases E1 to E12 of the protocol page; E8 is an answer of the service, E10 a setting. */
class GoldenIdentityTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "E1, 20265673158980419722735089753036633573, true, true",
        "E2, 08382830887934830189014177072406221371, true, true",
        "E4, '', false, false",
        "E5, NOTARGET, false, false",
        "E5, NONE, false, false",
        "E6, 7a1b-22, false, true",
        "a digit short, 2026567315898041972273508975303663357, false, true",
        "a digit long, 202656731589804197227350897530366335730, false, true",
        "a letter, 2026567315898041972273508975303663357x, false, false",
        "foreign digits, \u0661\u0662, false, false",
    })
    void an_id_is_valid_or_not(String number, String text, boolean strict, boolean lenient) {
        assertThat(VisitorId.parse(text, Reading.STRICT).isRight()).as(number).isEqualTo(strict);
        assertThat(VisitorId.parse(text, Reading.LENIENT).isRight()).as(number).isEqualTo(lenient);
    }

    @Test
    void e2_leading_zeros_are_kept() {
        String digits = "08382830887934830189014177072406221371";

        assertThat(VisitorId.parse(digits, Reading.STRICT).get().ecid().get().digits())
                .isEqualTo(digits);
    }

    @ParameterizedTest(name = "E5 {0}")
    @CsvSource({"NONE", "NOTARGET"})
    void e5_no_id_means_opted_out(String word) {
        VisitorCookie cookie =
                VisitorCookie.read("MCMID|" + word, Reading.STRICT).get();

        assertThat(cookie.visitorId()).isEmpty();
        assertThat(cookie.isOptedOut()).isTrue();
    }

    @Test
    void e9_the_organisation_names_the_cookie() {
        ImsOrgId organisation =
                ImsOrgId.parse("5BFE274A5F6980A50A495C08@AdobeOrg").get();

        assertThat(VisitorCookie.name(organisation)).isEqualTo("AMCV_5BFE274A5F6980A50A495C08%40AdobeOrg");
        assertThat(VisitorCookie.sessionName(organisation)).isEqualTo("AMCVS_5BFE274A5F6980A50A495C08%40AdobeOrg");
    }

    @Test
    void e12_an_id_made_here_is_two_halves_of_19_digits() {
        assertThat(VisitorId.generated(new UUID(1, -2)).digits()).isEqualTo("00000000000000000010000000000000000002");
        assertThat(VisitorId.generated(new UUID(Long.MIN_VALUE, Long.MAX_VALUE)).digits())
                .isEqualTo("92233720368547758089223372036854775807");
    }

    @Test
    void nothing_that_names_a_person_is_printed() {
        Ecid ecid = Ecid.parse("20265673158980419722735089753036633573").get();
        String shown = VisitorId.of(ecid)
                + VisitorCookie.of(ecid).toString()
                + new AnalyticsId("28B7854A85160711-40000182A01D8F44")
                + IdRequest.linking(ecid, CustomerId.of(4444, "person-9876", AuthenticationState.AUTHENTICATED))
                + OptOutRequest.of(CustomerId.of(4444, "person-9876", AuthenticationState.UNKNOWN))
                + VisitorCookie.of(ecid).fields();

        assertThat(shown).doesNotContain("2026567", "9876", "28B785");
    }
}

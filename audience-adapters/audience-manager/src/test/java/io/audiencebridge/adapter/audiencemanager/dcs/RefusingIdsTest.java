// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AamUuid;
import io.audiencebridge.adapter.audiencemanager.client.Consent;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.IntegrationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not leave does not leave, and a message says why without repeating it. */
class RefusingIdsTest {
    private static final String H01 = "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149";
    private final DcsBench bench = new DcsBench().answering(DcsBench.TAKEN);

    RefusingIdsTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "20914, 6d92078a-8246-4ba4-ae5b-76104861e7dc, true",
        "20914, 97987BCA-AE59-4C7D-94BA-EE4F19AB8C21, false",
        "20915, 97987BCA-AE59-4C7D-94BA-EE4F19AB8C21, true",
        "20915, 6d92078a-8246-4ba4-ae5b-76104861e7dc, false",
        "20915, a53cc5a2-6aa1-4210-8ded-a88b29b6212z, false",
        "121963, 6d92078a-8246-4ba4-ae5b-76104861e7dc, true",
        "121963, 6D92078A-8246-4ba4-ae5b-76104861e7dc, false",
        "488258, 6d92078a-8246-4ba4-ae5b-76104861e7dc, true",
        "488258, 6d92078a82464ba4ae5b76104861e7dc, false",
        "1171485, 6d92078a-8246-4ba4-ae5b-76104861e7dc, true",
        "1171485, x, false",
        "389146, 1234ABCDxyz, true",
        "389146, 12:34, false",
        "963906, 6d92078a-8246-4ba4, true",
        "963906, a b, false",
        "1171489, 1234567890abc, true",
        "1171489, a_b, false"
    })
    void d08_an_advertising_id_has_the_form_of_its_kind(long dataSource, String id, boolean fine) {
        var byNumber = bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(dataSource, id)));
        var byCode = bench.send(
                EventCall.builder().addDeclaredIds(DeclaredId.of(new IntegrationCode("DSID_" + dataSource), id)));

        assertThat(byNumber.isRight()).isEqualTo(fine);
        assertThat(byCode.isRight()).isEqualTo(fine);
        if (!fine) {
            assertThat(byNumber.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(byNumber.getLeft().message())
                    .startsWith("declaredIds[0]: is no ")
                    .doesNotContain(id + " ");
            assertThat(bench.api.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.com",
                "+4915112345678",
                "55E79200C1635B37AD31A378C39FEB12F120F116625093A19BC32FFF15041149",
                "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff1504114A",
                "NOTARGET",
                "notarget",
                "00000000-0000-0000-0000-000000000000",
                "00000000000000000000000000000000000000",
                "0",
                "",
                " ",
                "a b",
                "a\tb",
                "a\u0001b",
                "a:b",
                "a%3Ab"
            })
    void h02_what_is_no_id_that_may_travel_does_not_leave(String id) {
        BridgeError error = bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(813, id)))
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).startsWith("declaredIds[0]: ");
        if (id.length() > 4) {
            assertThat(error.message().replace("opted out", "")).doesNotContain(id);
        }
        assertThat(bench.api.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRM1", H01, "4598060374", "XYZ-38", "\u00e9l\u00e8ve", "+1", "a+b"})
    void h01_other_ids_travel(String id) {
        var answer = bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(813, id)));

        assertThat(answer.isRight()).isTrue();
    }

    @Test
    void a_call_carries_ten_declared_ids_at_most() {
        EventCall.Builder ten = EventCall.builder();
        for (int i = 1; i <= 10; i++) {
            ten.addDeclaredIds(DeclaredId.of(i, "x"));
        }
        var fine = bench.send(ten);
        BridgeError error =
                bench.send(ten.addDeclaredIds(DeclaredId.of(11, "x"))).getLeft();

        assertThat(fine.isRight()).isTrue();
        assertThat(error.message()).isEqualTo("declaredIds: 11 ids; a call carries 10 at most");
        assertThat(bench.api.requests()).hasSize(1);
    }

    @Test
    void d06_a_call_carries_three_declared_ids_of_a_data_source_at_most() {
        IntegrationCode one = new IntegrationCode("one");
        EventCall.Builder three = EventCall.builder()
                .addDeclaredIds(DeclaredId.of(one, "x1"), DeclaredId.of(one, "x2"), DeclaredId.of(one, "x3"));

        var fine = bench.send(three);
        BridgeError error =
                bench.send(three.addDeclaredIds(DeclaredId.of(one, "x4"))).getLeft();

        assertThat(fine.isRight()).isTrue();
        assertThat(error.message())
                .isEqualTo("declaredIds: 4 ids of data source ic:one; a call carries 3 of one at most");
    }

    @Test
    void a_global_data_source_is_one_whether_by_number_or_by_code() {
        String id = "6d92078a-8246-4ba4-ae5b-76104861e7d";
        BridgeError error = bench.send(EventCall.builder()
                        .addDeclaredIds(DeclaredId.of(20914, id + "1"), DeclaredId.of(20914, id + "2"))
                        .addDeclaredIds(
                                DeclaredId.of(new IntegrationCode("DSID_20914"), id + "3"),
                                DeclaredId.of(new IntegrationCode("DSID_20914"), id + "4")))
                .getLeft();

        assertThat(error.message()).contains("4 ids of data source 20914");
    }

    @Test
    void all_mistakes_come_at_once_with_their_places() {
        BridgeError error = bench.send(EventCall.builder()
                        .uuid(AamUuid.parse("0".repeat(38)).get())
                        .ecid(Ecid.parse("0".repeat(38)).get())
                        .addDeclaredIds(DeclaredId.of(1, "a"), DeclaredId.of(1, "a"), DeclaredId.of(0, DcsBench.UUID))
                        .addTraits(0)
                        .addTargetDataSources(-1)
                        .consent(new Consent(true, "a b"))
                        .signal("d_rtbd", "x")
                        .signal("gdpr", "1")
                        .signal("a!", "1")
                        .signal("c_mail", "Anna@Example.com ")
                        .signal("c_phone", "+4915112345678")
                        .signal("c_x", "a\u0001"))
                .getLeft();

        assertThat(((BridgeError.InvalidRequest) error).violations().map(violation -> violation.subject()))
                .containsExactlyInAnyOrder(
                        "uuid",
                        "ecid",
                        "declaredIds[1]",
                        "declaredIds[2]",
                        "traits",
                        "targetDataSources",
                        "consent",
                        "signals[0]",
                        "signals[1]",
                        "signals[2]",
                        "signals[3]",
                        "signals[4]",
                        "signals[5]");
        assertThat(error.message()).doesNotContain("Anna", "4915112345678", DcsBench.UUID);
        assertThat(bench.api.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/@anna?x=1", "5 @ 3", "+1", "100%"})
    void a_value_that_only_reminds_of_an_address_travels(String value) {
        assertThat(bench.send(EventCall.builder().signal("c_url", value)).isRight())
                .isTrue();
    }
}

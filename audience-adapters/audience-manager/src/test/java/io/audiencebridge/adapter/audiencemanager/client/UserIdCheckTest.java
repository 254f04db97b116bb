// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class UserIdCheckTest {
    private static final String LOWER = "6d92078a-8246-4ba4-ae5b-76104861e7dc";
    private static final String UPPER = "6D92078A-8246-4BA4-AE5B-76104861E7DC";
    private static final String HASH = "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149";

    @ParameterizedTest
    @CsvSource({
        "GAID, " + LOWER + ", " + UPPER,
        "IDFA, " + UPPER + ", " + LOWER,
        "RIDA, " + LOWER + ", " + UPPER,
        "FIRE_TV, " + LOWER + ", " + UPPER,
        "LGUDID, " + LOWER + ", " + UPPER,
        "MAID, Abc123, a b",
        "TIFA, Abc-123, a_b",
        "VIZIO_IFA, abc1234567890, a.b"
    })
    void every_global_data_source_has_ids_of_its_own_form(GlobalDataSource source, String right, String wrong) {
        UserIdCheck check = UserIdCheck.of(source.id(), UserIds.DEVICE_ID).get();

        assertThat(check.fault(right)).isEmpty();
        assertThat(check.fault(wrong)).containsExactly(RowFault.INVALID_DEVICE_ID);
        assertThat(GlobalDataSource.of(source.id())).containsExactly(source);
        assertThat(source.integrationCode()).isEqualTo("DSID_" + source.id());
    }

    @Test
    void kinds_are_not_mixed_with_data_sources_that_do_not_hold_them() {
        assertThat(UserIdCheck.of(20914, UserIds.VISITOR_ID).getLeft().message())
                .contains("20914", "UUID in lower case");
        assertThat(UserIdCheck.of(478, UserIds.DEVICE_ID).getLeft().message()).contains("478");
    }

    @ParameterizedTest
    @CsvSource({
        "HASHED_ID, " + HASH + ", ",
        "HASHED_ID, CRM-1, INVALID_ID",
        "DECLARED_ID, CRM-1, ",
        "DECLARED_ID, Größe-7, ",
        "DECLARED_ID, a:b, INVALID_ID",
        "DECLARED_ID, a%3Ab, INVALID_ID",
        "DECLARED_ID, a%3ab, INVALID_ID",
        "DECLARED_ID, a b, INVALID_ID",
        "DECLARED_ID, mary@example.com, PERSONAL_DATA",
        "VISITOR_ID, 68079982765673198504052656074456196039, ",
        "VISITOR_ID, 6807998276567319850405265607445619603, INVALID_VISITOR_ID",
        "VISITOR_ID, 6807998276567319850405265607445619603a, INVALID_VISITOR_ID"
    })
    void ids_of_a_customers_own_data_source_are_held_to_their_kind(UserIds ids, String id, RowFault fault) {
        assertThat(UserIdCheck.of(478, ids).get().fault(id)).isEqualTo(Option.of(fault));
    }

    /** Golden case H02. */
    @Test
    void h02_a_hash_in_upper_case_is_refused() {
        UserIdCheck check = UserIdCheck.of(898, UserIds.HASHED_ID).get();

        assertThat(check.fault(HASH)).isEmpty();
        assertThat(check.fault(HASH.toUpperCase(java.util.Locale.ROOT))).containsExactly(RowFault.INVALID_ID);
    }

    @ParameterizedTest
    @EnumSource(RowFault.class)
    void every_fault_has_words(RowFault fault) {
        assertThat(fault.words()).isNotBlank();
    }
}

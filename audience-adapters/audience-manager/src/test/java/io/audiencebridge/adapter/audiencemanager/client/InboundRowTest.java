// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of inbound data files, a TAB shown as {@code ~}; R-numbers are golden cases of the protocol page, section 8.2. */
final class InboundRowTest {
    private static final String UUID = "59767559181262060060278870901087098252";
    private static final String CUSTOMERS = "ftp_dpm_478_1366545717.sync";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "R01 | " + UUID + "~d_sid=24,d_sid=26 | +24 +26",
                "R02 | " + UUID + "~d_unsid=24, d_unsid=26 | -24 -26",
                "R02 with the short forms | " + UUID + "~24:0,26:-1 | -24 -26"
            })
    void a_row_keyed_by_visitor_ids_adds_and_removes_traits(String golden, String row, String effect) {
        assertThat(effect(parse(row, CUSTOMERS, UserIds.VISITOR_ID).get())).isEqualTo(effect);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "R04 | CRM-1~30608,50354 | ic=30608 ic=50354",
                "R05 | CRM-1~ic=52,ic=55 | ic=52 ic=55",
                "R06 | CRM-1~\"gender\"=\"female\",\"luxury_shopper\"=\"yes\" | gender=female luxury_shopper=yes",
                "R08 | CRM-1~-product = camera | product=camera",
                "quotes around the value only | CRM-1~model = \"pickup, large = good\" | model=pickup, large = good",
                "F18: a doubled comma | CRM-1~d_sid=24,,d_sid=25 | +24 +25",
                "a minus inside quotes | CRM-1~\"-age\"=\"32\" | age=32"
            })
    void a_row_states_signals(String golden, String row, String effect) {
        assertThat(effect(parse(row, CUSTOMERS, UserIds.DECLARED_ID).get())).isEqualTo(effect);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "R09 | CRM-1 d_sid=24",
                "R10 | CRM-1~",
                "R20 | CRM-1~age=32~x=1",
                "no id | ~d_sid=24",
                "no key | CRM-1~=32",
                "no value | CRM-1~age=",
                "a word alone | CRM-1~gold",
                "a trait that is no number | CRM-1~d_sid=gold",
                "an open quotation mark | CRM-1~\"age=32",
                "a quotation mark inside | CRM-1~a\"ge=32",
                "nothing | `` "
            })
    void a_row_against_the_grammar_is_a_format_error(String golden, String row) {
        assertThat(parse(row == null ? "" : row, CUSTOMERS, UserIds.DECLARED_ID).getLeft())
                .isEqualTo(RowFault.FORMAT);
    }

    @Test
    void r12_an_id_without_38_digits_is_no_visitor_id() {
        assertThat(parse("5976755918126206006~d_sid=24", CUSTOMERS, UserIds.VISITOR_ID)
                        .getLeft())
                .isEqualTo(RowFault.INVALID_VISITOR_ID);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "R13, 6d92078a-8246-4ba4-ae5b-76104861e7dc, ftp_dpm_20915_21_1234567890.sync",
        "R14, 97987BCA-AE59-4C7D-94BA-EE4F19AB8C21, ftp_dpm_20914_21_1234567890.sync",
        "a customer's id in a device file, CRM-1, ftp_dpm_20914_21_1234567890.sync"
    })
    void a_device_id_in_the_wrong_case_is_none(String golden, String id, String name) {
        assertThat(parse(id + "~d_sid=24", name, UserIds.DEVICE_ID).getLeft()).isEqualTo(RowFault.INVALID_DEVICE_ID);
    }

    @Test
    void r16_a_row_of_102401_bytes_is_excluded_and_one_of_102400_is_not() {
        String longest = "CRM-1~a=" + "x".repeat(102_400 - 8);

        assertThat(parse(longest, CUSTOMERS, UserIds.DECLARED_ID).isRight()).isTrue();
        assertThat(parse(longest + "x", CUSTOMERS, UserIds.DECLARED_ID).getLeft())
                .isEqualTo(RowFault.TOO_LONG);
        assertThat(parse(longest.replace("xx", "ü"), CUSTOMERS, UserIds.DECLARED_ID)
                        .isRight())
                .isTrue();
        assertThat(parse(longest.replace("xx", "üx"), CUSTOMERS, UserIds.DECLARED_ID)
                        .getLeft())
                .isEqualTo(RowFault.TOO_LONG);
    }

    @Test
    void r18_a_file_that_overwrites_does_not_heed_removals_and_an_id_alone_clears() {
        String overwrite = "ftp_dpm_1234_1445374061.overwrite";

        assertThat(effect(parse("CRM-1~d_unsid=24,d_sid=25,26:0", overwrite, UserIds.DECLARED_ID)
                        .get()))
                .isEqualTo("+25");
        assertThat(parse("CRM-1~", overwrite, UserIds.DECLARED_ID).get().isClearing())
                .isTrue();
    }

    @Test
    void r22_a_row_in_oracles_layout_says_the_kind_of_its_device() {
        String name = "ftp_dpm_odc_12345_1556223815.sync";

        InboundRow row = parse("idfa~B56E68EC-34ED-46D5-AF0C-1D2401F676C9~38838", name, UserIds.DECLARED_ID)
                .get();

        assertThat(row.idType()).contains("idfa");
        assertThat(effect(row)).isEqualTo("+38838");
        assertThat(parse("idfa~b56e68ec-34ed-46d5-af0c-1d2401f676c9~38838", name, UserIds.DECLARED_ID)
                        .getLeft())
                .isEqualTo(RowFault.INVALID_DEVICE_ID);
        assertThat(parse("imei~1~38838", name, UserIds.DECLARED_ID).getLeft()).isEqualTo(RowFault.FORMAT);
        assertThat(parse("idfa~B56E68EC-34ED-46D5-AF0C-1D2401F676C9~gold", name, UserIds.DECLARED_ID)
                        .getLeft())
                .isEqualTo(RowFault.FORMAT);
    }

    @Test
    void a_carriage_return_belongs_to_the_line_end() {
        assertThat(effect(parse("CRM-1~d_sid=24\r", CUSTOMERS, UserIds.DECLARED_ID)
                        .get()))
                .isEqualTo("+24");
    }

    @Test
    void a_row_does_not_print_its_user() {
        InboundRow row =
                parse("CRM-1~\"age\"=\"32\"", CUSTOMERS, UserIds.DECLARED_ID).get();

        assertThat(row.toString()).doesNotContain("CRM-1", "32");
        assertThat(row.signals().toString()).contains("age").doesNotContain("32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mary@example.com", "+49 170 1234567", "+491701234567"})
    void personal_data_is_no_id(String id) {
        assertThat(parse(id + "~d_sid=24", CUSTOMERS, UserIds.DECLARED_ID).getLeft())
                .isEqualTo(RowFault.PERSONAL_DATA);
    }

    private static Either<RowFault, InboundRow> parse(String row, String file, UserIds ids) {
        InboundFileName name = InboundFileName.parse(file).get();
        return InboundRow.parse(
                row.replace('~', '\t'),
                name,
                UserIdCheck.of(name.dataSource(), ids).get());
    }

    private static String effect(InboundRow row) {
        Stream<String> traits = Stream.concat(
                row.added().stream().map(trait -> "+" + trait),
                row.removed().stream().map(trait -> "-" + trait));
        List<String> all = Stream.concat(
                        traits, row.signals().stream().map(signal -> signal.key() + "=" + signal.value()))
                .toList();
        return String.join(" ", all);
    }
}

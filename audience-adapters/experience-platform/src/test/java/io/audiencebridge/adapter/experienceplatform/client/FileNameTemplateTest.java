// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by their template. Golden cases F1, F2 and F4 of experience-cloud.md, section 7.6. */
class FileNameTemplateTest {
    private static final String ID = "12341e18-abcd-49c2-836d-123c88e76c39";
    private static final Instant TIME = Instant.parse("2020-04-08T06:18:04Z");

    private static FileNameTemplate template(String text) {
        return FileNameTemplate.parse(text).get();
    }

    @Test
    void golden_case_F1() {
        ExportFileName name = template(FileNameTemplate.DEFAULT)
                .read("Salesforce_Marketing_Cloud_segment" + ID + "_20200408061804.csv")
                .get();

        assertThat(name.destination()).hasValue("Salesforce_Marketing_Cloud");
        assertThat(name.audience()).hasValue(ID);
        assertThat(name.time()).hasValue(TIME);
        assertThat(name.part()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 4000})
    void golden_case_F2_part(int part) {
        String number = part == 1 ? "" : "_" + part;

        ExportFileName constant =
                template("filename").read("filename" + number + ".csv").get();
        ExportFileName timed = template(FileNameTemplate.DEFAULT)
                .read("A_segment" + ID + "_20200408061804" + number + ".csv.gz")
                .get();

        assertThat(constant.part()).isEqualTo(part);
        assertThat(constant.stem()).isEqualTo("filename");
        assertThat(timed.part()).isEqualTo(part);
        assertThat(timed.time()).hasValue(TIME);
    }

    @Test
    void golden_case_F4() {
        assertThat(template("%DESTINATION_NAME%_%SEGMENT_ID%").warnings())
                .singleElement()
                .asString()
                .contains("overwrites");
        assertThat(template(FileNameTemplate.DEFAULT).warnings()).isEmpty();
        assertThat(template("constant").warnings()).hasSize(2);
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of("%SEGMENT_ID%_%DATETIME(YYYYMMdd_HHmmss)%", ID + "_20200408_061804"),
                Arguments.of("%SEGMENT_ID%_%DATETIME(MMDDYYYY_HHMMSS)%", ID + "_04082020_061804"),
                Arguments.of("%SEGMENT_ID%_%DATETIME(yyyy-MM-dd'T'HHmmss)%", ID + "_2020-04-08T061804"),
                Arguments.of("%SEGMENT_ID%_%TIMESTAMP%", ID + "_1586326684"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void a_time_is_written_and_read_in_every_form(String template, String name) {
        assertThat(template(template).read(name + "_2.csv").get().time()).hasValue(TIME);
        assertThat(template(template).read(name + "_2.csv").get().part()).isEqualTo(2);
        assertThat(template(template).name("A", ExportAudience.of(ID), TIME)).isEqualTo(name + ".csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".csv", ".txt", ".csv.gz", ".csv.gpg", ".csv.pgp", ".csv.gz.gpg", ".csv.gpg.gz"})
    void endings_come_in_any_order(String endings) {
        assertThat(template("%SEGMENT_ID%").read(ID + endings).isDefined()).isTrue();
    }

    @Test
    void names_that_hold_what_stands_between_macros_are_told_apart_by_what_is_known() {
        FileNameTemplate template = template("%DESTINATION_NAME%_%SEGMENT_NAME%_%TIMESTAMP%");
        ExportAudience vip = new ExportAudience(ID, Optional.of("my_VIP"));

        assertThat(template.read("the_shop_my_VIP_1586326684.csv", "the_shop", vip)
                        .isDefined())
                .isTrue();
        assertThat(template.read("the_shop_my_VIP_1586326684.csv", "the", vip).isDefined())
                .isFalse();
        assertThat(template.read("the_shop_VIP_1586326684.csv", "the_shop", vip).isDefined())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A_segment" + ID + "_20200408061804.csv.part",
                "A_segment" + ID + "_2020040806180.csv",
                "A_segment" + ID + "_20200408061804_1.csv",
                "A_segment" + ID + "_20200408061804_x.csv",
                "manifest-1-2.json"
            })
    void another_name_is_not_of_the_template(String name) {
        assertThat(template(FileNameTemplate.DEFAULT).read(name).isDefined()).isFalse();
    }

    @Test
    void a_time_that_no_calendar_has_is_none() {
        assertThat(template(FileNameTemplate.DEFAULT)
                        .read("A_segment" + ID + "_20201308061804.csv")
                        .get()
                        .time())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "%NOPE%", "50%", "%DATETIME(HHmm)%", "%DATETIME%", "%DATETIME(YYYYMMddX)%"})
    void a_template_that_cannot_be_read_back_is_refused(String template) {
        assertThat(FileNameTemplate.parse(template).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }
}

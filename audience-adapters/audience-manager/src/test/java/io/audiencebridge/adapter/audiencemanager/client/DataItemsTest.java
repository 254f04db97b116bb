// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DataItemsTest {
    @Test
    void items_are_written_in_order_without_blanks() {
        DataItems items = DataItems.builder()
                .add(24)
                .remove(28)
                .code("gold-2026")
                .signal("model", "pickup truck, large")
                .signal("größe", "7=8")
                .build()
                .get();

        assertThat(items.text())
                .isEqualTo("d_sid=24,d_unsid=28,ic=gold-2026,\"model\"=\"pickup truck, large\",\"größe\"=\"7=8\"");
        assertThat(items.bytes()).isEqualTo(items.text().getBytes(StandardCharsets.UTF_8));
        assertThat(items.isRemoving()).isTrue();
    }

    /** What is written is read as what was meant. */
    @Test
    void a_row_of_them_is_read_back() {
        DataItems items = DataItems.builder()
                .add(24)
                .remove(28)
                .code("52")
                .signal("model", "pickup truck, large = good")
                .build()
                .get();

        InboundRow row = InboundRow.parse(
                        "CRM-1\t" + items.text(),
                        InboundFileName.parse("ftp_dpm_478_1366545717.sync").get(),
                        UserIdCheck.of(478, UserIds.DECLARED_ID).get())
                .get();

        assertThat(row.added()).containsExactly(24L);
        assertThat(row.removed()).containsExactly(28L);
        assertThat(row.signals())
                .containsExactly(
                        new InboundRow.Signal("ic", "52"),
                        new InboundRow.Signal("model", "pickup truck, large = good"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource
    void what_no_row_can_carry_is_refused_unnamed(String key, String value) {
        BridgeError error = DataItems.builder().signal(key, value).build().getLeft();

        assertThat(error.message()).startsWith("signal: ");
        assertThat(value.isBlank() || !error.message().contains(value)).isTrue();
    }

    static Stream<Arguments> what_no_row_can_carry_is_refused_unnamed() {
        return Stream.of(
                Arguments.of("age", "32\t33"),
                Arguments.of("age", "32\n33"),
                Arguments.of("age", "32\r33"),
                Arguments.of("age", "32\0"),
                Arguments.of("age", "3\"2"),
                Arguments.of("a\"ge", "32"),
                Arguments.of("a\tge", "32"),
                Arguments.of("-age", "32"),
                Arguments.of("d_sid", "32"),
                Arguments.of("d_unsid", "32"),
                Arguments.of("", "32"),
                Arguments.of("age", " "),
                Arguments.of("contact", "mary@example.com"),
                Arguments.of("mary@example.com", "yes"),
                Arguments.of("contact", "+49 170 1234567"));
    }

    @Test
    void every_mistake_is_told_at_once() {
        BridgeError.InvalidRequest error = (BridgeError.InvalidRequest)
                DataItems.builder().add(0).remove(-1).code("a b").build().getLeft();

        assertThat(error.violations().map(violation -> violation.subject())).containsExactly("trait", "trait", "code");
    }
}

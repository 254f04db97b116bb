// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures as pages show them. */
class TellingFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "15400, 15 kB",
        "2000000, 2.0 MB",
        "9600000000, 9.6 GB",
        "5000000000000000, 5000 TB"
    })
    void bytes_are_told_in_a_unit_that_leaves_few_digits(long bytes, String told) {
        assertThat(Figures.bytes(bytes)).isEqualTo(told);
    }
}

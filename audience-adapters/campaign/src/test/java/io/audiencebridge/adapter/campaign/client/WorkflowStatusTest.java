// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaign's codes. */
class WorkflowStatusTest {
    @ParameterizedTest
    @CsvSource({
        "0, false, EDITED", "2, false, STARTED", "11, false, STARTED", "13, false, PAUSED", "13, true, FAILED",
        "20, true, FAILED", "20, false, FINISHED", "12, false, CHANGING", "18, false, CHANGING", "99, false, UNKNOWN",
        "-1, false, UNKNOWN"
    })
    void a_code_and_the_mark_of_failure_are_a_status(int code, boolean failed, WorkflowStatus status) {
        assertThat(WorkflowStatus.of(code, failed)).isEqualTo(status);
    }
}

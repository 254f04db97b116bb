// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call is told about its time, its name and its end. */
class CallOptionsTest {
    @Test
    void each_call_has_a_name_of_its_own_unless_one_is_given() {
        var standard = CallOptions.standard();
        var named = CallOptions.builder().correlationId("import-7").build();

        assertThat(standard.begin().correlationId())
                .isNotEqualTo(standard.begin().correlationId());
        assertThat(named.begin().correlationId()).isEqualTo("import-7");
    }

    @Test
    void a_call_without_time_is_over_at_once_and_one_with_endless_time_is_not() {
        var none = CallOptions.within(Duration.ZERO).begin();
        var endless = CallOptions.within(Duration.ofSeconds(Long.MAX_VALUE)).begin();

        assertThat(none.check().getLeft()).isInstanceOf(BridgeError.DeadlineExceeded.class);
        assertThat(endless.check().isRight()).isTrue();
    }

    @Test
    void a_cancellation_ends_the_calls_at_work_and_those_that_begin_later() {
        List<String> ended = new ArrayList<>();
        var cancellation = new Cancellation();
        var options = CallOptions.builder().cancellation(cancellation).build();
        var first = options.begin();
        first.onCancel(() -> ended.add("first"));

        cancellation.cancel();
        cancellation.cancel();

        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(ended).containsExactly("first");
        assertThat(first.check().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(options.begin().check().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void options_can_be_printed_without_the_values_of_their_headers() {
        var options = CallOptions.builder()
                .putHeaders("Proxy-Authorization", "Basic hunter2")
                .build();

        assertThat(options.toString()).doesNotContain("hunter2");
    }
}

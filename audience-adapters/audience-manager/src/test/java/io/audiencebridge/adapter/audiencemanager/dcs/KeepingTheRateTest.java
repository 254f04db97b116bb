// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeepingTheRateTest {
    private static final EventCall CRM =
            EventCall.builder().addDeclaredIds(DeclaredId.of(813, "CRM1")).build();

    @Test
    void an_id_is_sent_once_in_a_second() throws Exception {
        try (var bench = new DcsBench(Duration.ofSeconds(1), 60).answering(DcsBench.TAKEN)) {
            var first = bench.send(CRM);
            bench.now = bench.now.plusMillis(400);
            BridgeError second = bench.send(CRM).getLeft();
            var another = bench.send(EventCall.builder().addDeclaredIds(DeclaredId.of(814, "CRM1")));
            bench.now = bench.now.plusMillis(600);
            var third = bench.send(CRM);

            assertThat(first.isRight()).isTrue();
            assertThat(((BridgeError.Throttled) second).pause()).isEqualTo(Duration.ofMillis(600));
            assertThat(second.message()).contains("wait PT0.6S").doesNotContain("CRM1");
            assertThat(another.isRight()).isTrue();
            assertThat(third.isRight()).isTrue();
            assertThat(bench.api.requests()).hasSize(3);
        }
    }

    @Test
    void an_id_is_sent_so_often_in_any_minute_and_no_more() throws Exception {
        try (var bench = new DcsBench(Duration.ofMillis(100), 3).answering(DcsBench.TAKEN)) {
            for (int i = 0; i < 3; i++) {
                bench.send(CRM);
                bench.now = bench.now.plusSeconds(15);
            }
            BridgeError fourth = bench.send(CRM).getLeft();
            bench.now = bench.now.plusSeconds(15);
            var fifth = bench.send(CRM);
            BridgeError sixth = bench.send(CRM).getLeft();

            assertThat(((BridgeError.Throttled) fourth).pause()).isEqualTo(Duration.ofSeconds(15));
            assertThat(fifth.isRight()).isTrue();
            assertThat(((BridgeError.Throttled) sixth).pause()).isEqualTo(Duration.ofSeconds(15));
        }
    }

    @Test
    void one_id_that_must_wait_holds_the_whole_call_and_nothing_is_counted() throws Exception {
        try (var bench = new DcsBench(Duration.ofSeconds(1), 60).answering(DcsBench.TAKEN)) {
            DeclaredId other = DeclaredId.of(9, "other");
            bench.send(CRM);

            var both = bench.send(EventCall.builder().addDeclaredIds(other).addAllDeclaredIds(CRM.declaredIds()));
            var alone = bench.send(EventCall.builder().addDeclaredIds(other));

            assertThat(both.isLeft()).isTrue();
            assertThat(alone.isRight()).isTrue();
        }
    }

    @Test
    void a_device_is_an_id_too_and_an_event_of_nobody_is_not() throws Exception {
        try (var bench = new DcsBench(Duration.ofSeconds(1), 60).answering(DcsBench.TAKEN)) {
            EventCall device =
                    EventCall.builder().uuid(DcsBench.DEVICE).region(5).build();
            bench.send(device);

            assertThat(bench.send(device).isLeft()).isTrue();
            assertThat(bench.send(EventCall.builder().signal("c_a", "1")).isRight())
                    .isTrue();
            assertThat(bench.send(EventCall.builder().signal("c_a", "1")).isRight())
                    .isTrue();
        }
    }

    @Test
    void a_clock_that_is_set_back_holds_nobody() throws Exception {
        try (var bench = new DcsBench(Duration.ofSeconds(1), 60).answering(DcsBench.TAKEN)) {
            bench.send(CRM);
            bench.now = bench.now.minus(Duration.ofHours(1));

            assertThat(bench.send(CRM).isRight()).isTrue();
            assertThat(bench.send(CRM).isLeft()).isTrue();
        }
    }
}

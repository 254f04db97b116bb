// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches that are too much for a server, or for what stands before it. */
class AdaptingBatchesTest {
    private static final FaultMatch WRITES = FaultMatch.system("campaign").withSoapAction("WriteCollection");
    private static final FaultMatch DELETIONS = FaultMatch.system("campaign").withSoapAction("DeleteCollection");
    private static final String OUT_OF_MEMORY =
            "<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body><SOAP-ENV:Fault>"
                    + "<faultcode>SOAP-ENV:Server</faultcode><faultstring>SOP-330011 Error while executing the method</faultstring>"
                    + "<detail>BAS-010018 Not enough memory.</detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";

    static List<FaultEffect> whatIsTooMuch() {
        return List.of(
                new FaultEffect.Status(413),
                new FaultEffect.Status(200, OUT_OF_MEMORY, Map.of("Content-Type", "text/xml")),
                new FaultEffect.ResetAfter());
    }

    @ParameterizedTest
    @MethodSource("whatIsTooMuch")
    void a_batch_that_was_too_much_goes_out_again_in_halves(FaultEffect tooMuch) {
        try (var bench = Bench.ofMany(100, settings -> Bench.impatient(settings.writeBatchSize(40)))) {
            var list = bench.addList("Gold", LongStream.rangeClosed(61, 100).toArray());
            bench.sandbox.faults(new FaultRule(WRITES, 0, 2, tooMuch), new FaultRule(DELETIONS, 0, 2, tooMuch));

            var report = lists(bench)
                    .replace(list, Recipients.of(LongStream.rangeClosed(1, 40).toArray()), CallOptions.standard());

            assertThat(report.get().entered()).isEqualTo(40);
            assertThat(report.get().left()).isEqualTo(40);
            // 40 and 20 fail, then four times 10
            assertThat(bench.calls("WriteCollection")).isEqualTo(6);
            assertThat(bench.memberIds(list)).hasSize(40).doesNotContain("61");
        }
    }

    @Test
    void a_batch_that_gets_no_answer_in_time_goes_out_again_in_halves() {
        try (var bench = Bench.ofMany(100, Bench::impatient)) {
            var list = bench.addList("Gold");
            bench.sandbox.faults(new FaultRule(WRITES, 0, 2, new FaultEffect.Stall(Duration.ofSeconds(5))));

            var report = lists(bench)
                    .add(list, Recipients.of(LongStream.rangeClosed(1, 100).toArray()), CallOptions.standard());

            assertThat(report.get().entered()).isEqualTo(100);
            assertThat(bench.memberIds(list)).hasSize(100);
        }
    }

    @Test
    void batches_grow_again_slowly() {
        try (var bench = Bench.ofMany(1000, settings -> settings.writeBatchSize(40))) {
            var list = bench.addList("Gold");
            bench.sandbox.faults(new FaultRule(WRITES, 0, 2, new FaultEffect.Status(413)));

            lists(bench)
                    .add(list, Recipients.of(LongStream.rangeClosed(1, 1000).toArray()), CallOptions.standard())
                    .get();

            long calls = bench.calls("WriteCollection") - 2;
            assertThat(calls).isGreaterThan(1000 / 40).isLessThan(1000 / 10);
            assertThat(bench.memberIds(list)).hasSize(1000);
        }
    }

    @Test
    void a_server_that_refuses_even_one_member_is_believed() {
        try (var bench = Bench.ofMany(100)) {
            var list = bench.addList("Gold");
            bench.sandbox.faults(new FaultRule(WRITES, 0, FaultRule.ALWAYS, new FaultEffect.Status(413)));

            var outcome = lists(bench)
                    .add(list, Recipients.of(LongStream.rangeClosed(1, 100).toArray()), CallOptions.standard());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
            assertThat(bench.calls("WriteCollection")).isEqualTo(7);
        }
    }

    @Test
    void a_server_that_stays_silent_is_not_asked_for_ever() {
        try (var bench = Bench.ofMany(100, Bench::impatient)) {
            var list = bench.addList("Gold");
            bench.sandbox.faults(new FaultRule(WRITES, 0, FaultRule.ALWAYS, new FaultEffect.ResetAfter()));

            var outcome = lists(bench)
                    .add(list, Recipients.of(LongStream.rangeClosed(1, 100).toArray()), CallOptions.standard());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Unavailable.class);
            assertThat(outcome.getLeft().message()).contains("4 writes", "the same change may be repeated");
        }
    }

    private static CampaignLists lists(Bench bench) {
        return bench.ability(CampaignLists.class);
    }
}

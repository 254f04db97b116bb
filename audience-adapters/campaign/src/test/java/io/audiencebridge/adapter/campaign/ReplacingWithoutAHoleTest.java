// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.Cancellation;
import io.audiencebridge.adapter.campaign.client.MembershipReport;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.MembershipWatch;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A replacement that is cut off at every write: whoever was in the list and stays is never missing, looked at after every row that is written. */
class ReplacingWithoutAHoleTest {
    private static final FaultMatch EVERY_WRITE =
            FaultMatch.system("campaign").withSoapAction("xtk:persist#*Collection");
    private static final long[] BEFORE = LongStream.rangeClosed(1, 40).toArray();
    private static final long[] WANTED = LongStream.rangeClosed(21, 60).toArray();
    private static final List<String> STAYING =
            LongStream.rangeClosed(21, 40).mapToObj(Long::toString).toList();

    /** Two batches enter, two leave. */
    private static final int WRITES = 4;

    static List<FaultEffect> failures() {
        return List.of(new FaultEffect.ResetBefore(), new FaultEffect.ResetAfter(), new FaultEffect.Status(403));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_at_any_write_leaves_no_hole_and_the_same_change_finishes_it(FaultEffect failure) {
        try (var bench = Bench.ofMany(60, settings -> Bench.impatient(settings.writeBatchSize(10)))) {
            for (int write = 0; write < WRITES; write++) {
                var list = bench.addList("List " + write, BEFORE);
                var watch = bench.sandbox.campaignData().watchMembers(list, STAYING);
                bench.sandbox.faults(new FaultRule(EVERY_WRITE, write, FaultRule.ALWAYS, failure));

                var broken = replace(bench, list, CallOptions.standard());
                bench.sandbox.clearFaults();

                assertThat(broken.isLeft()).as("broken at write %s", write).isTrue();
                noHole(watch);
                finishes(bench, list, watch);
            }
        }
    }

    @Test
    void a_call_that_is_cancelled_after_any_write_leaves_no_hole_and_the_same_change_finishes_it() {
        try (var bench = Bench.ofMany(60, settings -> settings.writeBatchSize(10))) {
            for (int write = 1; write < WRITES; write++) {
                var list = bench.addList("List " + write, BEFORE);
                var watch = bench.sandbox.campaignData().watchMembers(list, STAYING);

                var broken = replace(bench, list, cancelledAfter(write));

                assertThat(broken.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
                noHole(watch);
                finishes(bench, list, watch);
            }
        }
    }

    @Test
    void an_undisturbed_replacement_leaves_no_hole_either() {
        try (var bench = Bench.ofMany(60)) {
            var list = bench.addList("Gold", BEFORE);
            var watch = bench.sandbox.campaignData().watchMembers(list, STAYING);

            finishes(bench, list, watch);

            assertThat(watch.changes()).isEqualTo(40);
        }
    }

    private static void finishes(Bench bench, String list, MembershipWatch watch) {
        var report = replace(bench, list, CallOptions.standard()).get();

        assertThat(report.kept() + report.entered()).isEqualTo(WANTED.length);
        assertThat(bench.memberIds(list))
                .containsExactlyElementsOf(
                        LongStream.of(WANTED).mapToObj(Long::toString).toList());
        noHole(watch);
    }

    /** Additions come first, so the list is never smaller than before and after together allow. */
    private static void noHole(MembershipWatch watch) {
        assertThat(watch.fewestPresent()).isEqualTo(STAYING.size());
        assertThat(watch.fewestMembers()).isGreaterThanOrEqualTo(Math.min(BEFORE.length, WANTED.length));
    }

    private static Either<BridgeError, MembershipReport> replace(Bench bench, String list, CallOptions options) {
        return bench.ability(CampaignLists.class).replace(list, Recipients.of(WANTED), options);
    }

    private static CallOptions cancelledAfter(int writes) {
        var cancellation = new Cancellation();
        var written = new AtomicInteger();
        return CallOptions.builder()
                .cancellation(cancellation)
                .progress((step, done, total) -> {
                    boolean wrote = step.equals("adding members") || step.equals("removing members");
                    if (wrote && written.incrementAndGet() == writes) {
                        cancellation.cancel();
                    }
                })
                .build();
    }
}

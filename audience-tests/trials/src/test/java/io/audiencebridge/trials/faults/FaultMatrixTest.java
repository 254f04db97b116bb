// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A slice of the fault matrix; the whole of it is {@code java -jar audience-trials.jar faults}. */
final class FaultMatrixTest {
    /** Those that wait for a deadline take too long for every build. */
    private static final Set<Fault> QUICK = EnumSet.complementOf(
            EnumSet.of(Fault.STALL, Fault.DRIP, Fault.THROTTLED, Fault.THROTTLED_ONCE, Fault.STALL_ONCE));

    @Test
    void tracking_and_linking_recover_or_say_clearly_why_not() throws InterruptedException {
        Matrix matrix = new Matrix(2);
        Map<Use, List<Site>> sites = matrix.sites(EnumSet.of(Use.TRACK, Use.LINK));

        List<Verdict> verdicts = matrix.tried(every(5, Matrix.cells(sites, QUICK)));

        assertThat(sites.get(Use.TRACK)).extracting(Site::system).containsExactly("ims", "audienceManager");
        assertThat(verdicts).hasSizeGreaterThan(QUICK.size() / 2);
        assertThat(verdicts).filteredOn(verdict -> !isGood(verdict)).isEmpty();
        assertThat(verdicts).extracting(Verdict::end).contains(Verdict.End.RECOVERED, Verdict.End.CLEAR);
    }

    @Test
    void a_slice_of_sharing_recovers_or_says_clearly_why_not() throws InterruptedException {
        Matrix matrix = new Matrix(2);
        Map<Use, List<Site>> sites = matrix.sites(EnumSet.of(Use.SHARE));
        List<Cell> cells = Matrix.cells(
                sites, EnumSet.of(Fault.RESET_AFTER_ONCE, Fault.FORBIDDEN, Fault.CLOCK_AHEAD, Fault.DISK_FULL));
        List<Cell> slice = every(9, cells);

        List<Verdict> verdicts = matrix.tried(slice);

        assertThat(verdicts)
                .hasSameSizeAs(slice)
                .filteredOn(verdict -> !isGood(verdict))
                .isEmpty();
    }

    @Test
    void a_call_that_never_comes_and_a_variant_that_is_not_documented_are_found_out() {
        try (Bench bench = new Bench(new Certificates())) {
            Site token = bench.discover(Use.TRACK).get(0);
            Site never = new Site("campaign", "POST /nowhere", 1, 99, false);

            Verdict missed = bench.tried(new Cell(Use.TRACK, Fault.FORBIDDEN, never));
            Verdict misnamed = bench.tried(
                    new Cell(Use.TRACK, Fault.CORRUPT_GZIP, new Site("ims", token.label(), 1, token.ordinal(), true)));

            assertThat(missed.end()).isEqualTo(Verdict.End.OTHER);
            assertThat(missed.detail()).contains("never came");
            assertThat(misnamed.end()).isEqualTo(Verdict.End.OTHER);
            assertThat(new Report(List.of(missed)).holds()).isFalse();
        }
    }

    private static List<Cell> every(int step, List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .filter(number -> number % step == 0)
                .mapToObj(cells::get)
                .toList();
    }

    private static boolean isGood(Verdict verdict) {
        return verdict.end() != Verdict.End.OTHER && !verdict.late() && !verdict.overspent();
    }
}

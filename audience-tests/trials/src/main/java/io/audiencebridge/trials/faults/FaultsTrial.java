// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.trials.Figures;
import io.audiencebridge.trials.Trial;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The fault matrix: every remote call of every use case with everything that can go wrong. */
@Command(
        name = "faults",
        description = "Every remote call of every use case x every fault: recovered, a clear error, or anything else.",
        mixinStandardHelpOptions = true)
public final class FaultsTrial implements Trial {
    @Option(
            names = "--workers",
            description = "Cells tried at once; each has a sandbox of its own. Default: ${DEFAULT-VALUE}")
    private int workers = 8;

    @Option(names = "--uses", split = ",", description = "Use cases: ${COMPLETION-CANDIDATES}. All by default")
    private Set<Use> uses = EnumSet.allOf(Use.class);

    @Option(names = "--faults", split = ",", description = "Faults: ${COMPLETION-CANDIDATES}. All by default")
    private Set<Fault> faults = EnumSet.allOf(Fault.class);

    @Option(names = "--every", description = "Every Nth cell only, for a quick look. Default: ${DEFAULT-VALUE}")
    private int every = 1;

    /** The whole matrix. */
    public FaultsTrial() {}

    @Override
    public boolean run(Figures figures) throws InterruptedException {
        long start = System.nanoTime();
        Matrix matrix = new Matrix(workers);
        Map<Use, List<Site>> sites = matrix.sites(uses);
        List<Cell> all = Matrix.cells(sites, faults);
        List<Cell> cells = IntStream.range(0, all.size())
                .filter(number -> number % every == 0)
                .mapToObj(all::get)
                .toList();
        List<Verdict> verdicts = matrix.tried(cells);
        Report report = new Report(verdicts);
        report.print(figures, sites);
        figures.figure("seconds", (System.nanoTime() - start) / 1_000_000_000L);
        return report.holds();
    }
}

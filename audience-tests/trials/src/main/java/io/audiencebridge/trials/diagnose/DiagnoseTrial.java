// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Figures;
import io.audiencebridge.trials.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a diagnosis names what is wrong. */
@Command(
        name = "diagnose",
        description =
                "A healthy sharing, broken in one documented way each: what was wrong, what was said first, was it right.",
        mixinStandardHelpOptions = true)
public final class DiagnoseTrial implements Trial {
    @Option(names = "--only", description = "Set-ups whose row holds this text. All by default")
    private String only = "";

    @Option(names = "--every", description = "Every Nth set-up only, for a quick look. Default: ${DEFAULT-VALUE}")
    private int every = 1;

    /** All set-ups. */
    public DiagnoseTrial() {}

    @Override
    public boolean run(Figures figures) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Verdict> verdicts = new ArrayList<>();
        try (Clinic clinic = new Clinic(AudienceBridge::diagnose)) {
            for (SetUp setUp : chosen()) {
                Verdict verdict = clinic.examined(setUp);
                DiagnosisReport.row(figures, verdict);
                verdicts.add(verdict);
            }
        }
        figures.figure("seconds", (System.nanoTime() - start) / 1_000_000_000L);
        DiagnosisReport report = new DiagnosisReport(verdicts);
        report.summary(figures);
        return report.holds();
    }

    private List<SetUp> chosen() {
        List<SetUp> all = Stream.of(
                        CampaignSetUps.all(),
                        AudienceManagerSetUps.all(),
                        InboundSetUps.all(),
                        PairedSetUps.all(),
                        HealthySetUps.all())
                .flatMap(List::stream)
                .filter(setUp -> setUp.row().contains(only))
                .toList();
        return IntStream.range(0, all.size())
                .filter(number -> number % every == 0)
                .mapToObj(all::get)
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is what is compiled here, and it does what the guide says. */
final class DiagnoseGuideTest {
    @TempDir
    Path home;

    @Test
    void the_examples_run() {
        try (Journey journey = new Journey(People.withoutSharedKeys(12), home)) {
            String empty = journey.sandbox.campaignData().addList("Empty", List.of());
            ShareRequest request = ShareRequest.builder()
                    .from(journey.share(journey.everybody(), "Loyal", KeyKind.VISITOR.dataSource(journey.sandbox)))
                    .list(new AudienceRef(Journey.CAMPAIGN, empty))
                    .build();

            Diagnosis diagnosis = asked(journey.bridge, request);
            read(diagnosis);

            assertThat(diagnosis.cause().map(cause -> cause.precondition().name()))
                    .containsExactly("campaign.1.4");
            assertThat(diagnosis.unseen()).isNotEmpty();
        }
    }

    private static Diagnosis asked(AudienceBridge bridge, ShareRequest request) {
        Diagnosis diagnosis = bridge.diagnose(DiagnosisRequest.of(request));
        diagnosis.cause().forEach(cause -> System.out.println(cause.seen() + " " + cause.remedy()));
        return diagnosis;
    }

    private static void read(Diagnosis diagnosis) {
        for (Finding finding : diagnosis.findings()) {
            System.out.println(finding.severity() + " " + finding.precondition() + " at " + finding.connection());
            System.out.println("  seen:     " + finding.seen() + " (" + finding.certainty() + ")");
            System.out.println("  expected: " + finding.expected());
            System.out.println("  remedy:   " + finding.remedy());
        }
        diagnosis.unseen().forEach(unseen -> System.out.println(unseen.precondition() + ": " + unseen.because()));
    }
}

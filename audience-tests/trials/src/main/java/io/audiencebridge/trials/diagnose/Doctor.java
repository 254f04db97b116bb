// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.sdk.AudienceBridge;

/** Who diagnoses. */
@FunctionalInterface
interface Doctor {
    /** Looks at a sharing through a bridge. */
    Diagnosis diagnose(AudienceBridge bridge, DiagnosisRequest request);
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Looks, live and read-only, at every documented precondition of a sharing. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface DiagnoseSharing {
    /**
     * Diagnoses. What cannot be looked at is part of the answer; a connection that cannot be reached is a finding.
     *
     * <p>Left: {@code InvalidRequest} when the request is unsound or names a connection that the bridge has not.
     */
    Either<BridgeError, Diagnosis> diagnose(DiagnosisRequest request, Call call);
}

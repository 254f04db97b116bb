// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Preview;
import io.vavr.control.Either;

/** Says what a sharing would do, and sends nothing. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface PreviewSharing {
    /** Right: the whole plan. Left: as the sharing itself would fail before its first write. */
    Either<BridgeError, Preview> preview(DiagnosisRequest.Sharing sharing, Call call);
}

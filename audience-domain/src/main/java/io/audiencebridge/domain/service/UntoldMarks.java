// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunRecord;
import io.vavr.control.Either;
import java.util.Map;

/** Of a system's own workflows, which do not tell whether there is anything new: they are ordered each time. */
final class UntoldMarks implements SourceMarks {
    @Override
    public Either<BridgeError, Map<String, String>> now() {
        return Either.right(Map.of());
    }

    @Override
    public Either<BridgeError, StandingSharing.Change> changedSince(RunRecord last) {
        return Either.right(StandingSharing.Change.newer(
                "The system's own workflow does not tell whether anything changed, so it is ordered"));
    }
}

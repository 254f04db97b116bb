// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Says why a person is, or is not, in an audience. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface ExplainMember {
    /** Right: a chain of facts. Left: {@code InvalidRequest} when the request is unsound, or a system could not be asked. */
    Either<BridgeError, Explanation> explain(ExplainRequest request, Call call);
}

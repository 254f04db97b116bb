// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * Audiences that come to Platform in files. <strong>Unstable</strong>: Adobe's page is not listed and another description disagrees with it, see {@link
 * ExternalAudienceSpelling}; methods may change with any release. Blocks; safe for use by several threads.
 */
public interface ExternalAudiences {
    /** Has one created. */
    Either<BridgeError, ExternalTask> create(ExternalAudienceDraft draft, CallOptions options);

    /** How far a creation is. */
    Either<BridgeError, ExternalTask> task(String task, CallOptions options);

    /** Reads what has arrived since {@code from}, as a difference to what is known. */
    Either<BridgeError, ExternalTask> run(String audience, Instant from, CallOptions options);

    /** How far a reading is. */
    Either<BridgeError, ExternalTask> findRun(String audience, String run, CallOptions options);
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.vavr.collection.Set;
import io.vavr.control.Either;

/** Who entered and who left an audience, told export by export, in any order (SEMANTICS S25 to S28). Blocks; safe for use by several threads, each with its own sources. */
public interface MembershipEvents {
    /**
     * The complete exports of {@code audience} that are there and whose identity is not among {@code applied}; none when nothing new has come. Exports that have
     * begun to arrive are left out until they are complete, and told of.
     *
     * <p>Left: {@code NotFound} if the system knows no such audience and none of its exports is there.
     *
     * @param key the key that the rows are to be read by
     * @param applied the identities of the exports that were applied before
     */
    Either<BridgeError, ArrivedExports> exports(
            AudienceRef audience, ReconciliationKey key, Set<String> applied, Call call);
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;

/** Who is in an audience. Blocks; safe for use by several threads, each with its own feed. */
public interface MemberReader {
    /**
     * The members of {@code audience}: of a shared audience its rows with keys in wire form, of a recipient list its recipients, keyless.
     *
     * <p>Right may be {@link MemberFeed.NotYet}: nothing complete has arrived (SEMANTICS S7). Left: {@code NotFound} if the audience was deleted.
     */
    Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call);
}

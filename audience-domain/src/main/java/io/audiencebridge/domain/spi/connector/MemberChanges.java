// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Who is in an audience, told delivery by delivery: all members now and then, what changed in between (SEMANTICS S6). The service keeps the membership and
 * asks for what came after it. Blocks; safe for use by several threads, each with its own delivery.
 */
public interface MemberChanges {
    /**
     * The next delivery to be applied to a membership: the newest full one that is complete and came after {@code since}, or else the oldest change that came
     * after it.
     *
     * <p>Left: {@code NotFound} if the audience was deleted; {@code Conflict} when there is no membership to apply a change to, or a change in between is gone.
     *
     * @param since the position of the last delivery applied; none when there is no membership yet
     */
    Either<BridgeError, MemberDelivery> after(
            AudienceRef audience, DataSource dataSource, Option<String> since, Call call);
}

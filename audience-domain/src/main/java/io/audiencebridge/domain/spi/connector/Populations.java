// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;

/** How many are in an audience by the system's own count, station by station. Blocks; safe for use by several threads. */
public interface Populations {
    /**
     * What the system counts now. A system that counts once a day answers yesterday's count.
     *
     * <p>Left: {@code NotFound} when there is no such audience; or the system could not be asked.
     */
    Either<BridgeError, Population> of(AudienceRef audience, DataSource dataSource, Call call);
}

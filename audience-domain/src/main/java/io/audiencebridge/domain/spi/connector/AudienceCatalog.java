// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Which audiences a system has. Blocks; safe for use by several threads. */
public interface AudienceCatalog {
    /** A page, newest first. */
    Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call);

    /** One audience with its current size. Left: {@code NotFound} when there is none or it cannot be seen. */
    Either<BridgeError, Audience> find(AudienceRef audience, Call call);
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Shows which audiences a connection offers. Blocks; safe for use by several threads. */
@FunctionalInterface
public interface BrowseAudiences {
    /** A page of audiences, newest first. */
    Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call);
}

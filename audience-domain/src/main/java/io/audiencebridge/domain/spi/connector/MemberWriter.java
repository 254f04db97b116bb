// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.vavr.control.Either;
import java.time.Instant;

/** Changes who is in an audience. Blocks; safe for use by several threads, each with its own sink. */
public interface MemberWriter {
    /** Finds or creates the audience of {@code order} and all it needs; safe to repeat. */
    Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call);

    /**
     * The first stamp at or after {@code wanted}, in whole seconds, under which nothing was written yet for the order's data source
     * (SEMANTICS S20). A writer without files answers {@code wanted}.
     */
    Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call);

    /** Opens a sink for one change. Writing the same change again under the same stamp has the effect of writing it once. */
    Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call);
}

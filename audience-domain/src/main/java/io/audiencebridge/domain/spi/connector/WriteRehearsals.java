// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.vavr.control.Either;

/**
 * What a {@link MemberWriter} would do, told without doing it, for previews. Reads only: nothing is created, and no row leaves. Blocks; safe for use by several threads, each with
 * its own sink.
 */
public interface WriteRehearsals {
    /**
     * What {@link MemberWriter#prepare} would find or create.
     *
     * <p>Left: as preparing would fail before it creates anything.
     */
    Either<BridgeError, RehearsedAudience> prepare(AudienceOrder order, Call call);

    /**
     * Takes the rows that {@link MemberWriter#open} would be given, and forgets them. The order's audience may be one that {@link #prepare} said is not there yet.
     *
     * <p>Left: as opening would fail before it writes anything.
     */
    Either<BridgeError, KeySink<RehearsedWrite>> open(WriteOrder order, Call call);
}

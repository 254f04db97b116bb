// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import java.time.InstantSource;

/** The files that Audience Manager delivers to a destination. Blocks; safe for use by several threads, each with its own feed. */
public final class OutboundFiles {
    private final FileExchange exchange;
    private final InstantSource clock;

    /**
     * Files in {@code exchange}.
     *
     * @param exchange where Audience Manager delivers files
     * @param clock the business clock, for the time of the next look
     */
    public OutboundFiles(FileExchange exchange, InstantSource clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * The members that the newest complete full file of a destination names as current; not yet when there is none (SEMANTICS S5, S7).
     *
     * @param dataSource its destination and key; {@code destinationId} is present
     * @param tokens each of them names the audience in a row: the segment's number and its mapping's alias
     */
    public Either<BridgeError, MemberFeed> members(DataSource dataSource, Set<String> tokens, Call call) {
        return Either.left(BridgeError.LocalFailure.of("Outbound files are not built yet: " + exchange + ", " + clock));
    }
}

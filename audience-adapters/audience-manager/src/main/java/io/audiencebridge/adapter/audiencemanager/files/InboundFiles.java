// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.control.Either;
import java.time.Instant;

/** The trait data files that put members into audiences. Blocks; safe for use by several threads, each with its own sink. */
public final class InboundFiles {
    private final FileExchange exchange;
    private final String partner;

    /**
     * Files in {@code exchange} below the folder {@code partner}.
     *
     * @param exchange where Audience Manager fetches files
     * @param partner the folder that Adobe gave the customer, without slashes at its ends
     */
    public InboundFiles(FileExchange exchange, String partner) {
        this.exchange = exchange;
        this.partner = partner;
    }

    /** The first second at or after {@code wanted} whose stamp no file of {@code dataSource} carries yet (SEMANTICS S20). */
    public Either<BridgeError, Instant> freeStamp(DataSource dataSource, Instant wanted, Call call) {
        return Either.left(
                BridgeError.LocalFailure.of("Inbound files are not built yet: " + exchange + ", " + partner));
    }

    /**
     * Opens a file that adds or removes {@code order}'s members to or from a trait; the same order gives the same file names and bytes again.
     *
     * @param order which data source, change and stamp; its audience is not looked at
     * @param trait the number (sid) of the onboarded trait
     */
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, long trait, Call call) {
        return Either.left(
                BridgeError.LocalFailure.of("Inbound files are not built yet: " + exchange + ", " + partner));
    }
}

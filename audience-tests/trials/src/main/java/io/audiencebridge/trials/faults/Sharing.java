// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.vavr.control.Either;
import java.time.Duration;

/** A list becomes a shared audience: by visitor id, under a name that needs its charset. */
final class Sharing extends RunCase {
    static final String AUDIENCE = "Größte Kunden";

    /** Longer than a file needs to be stored and an outbound file to be written (SEMANTICS S22). */
    static final Duration FILES_TRAVELLED = Duration.ofDays(2).plusMinutes(1);

    @Override
    Either<BridgeError, Run> begin(World world, AudienceBridge bridge) {
        return bridge.attempts()
                .start(ShareRequest.builder()
                        .list(Sources.everybody(world.sandbox()))
                        .to(Wiring.AUDIENCE_MANAGER)
                        .audience(AUDIENCE)
                        .dataSource(Sources.visitors(world.sandbox()))
                        .build());
    }

    /** Shares with nothing in the way, and lets the files travel. */
    static Receipt done(World world, AudienceBridge bridge) {
        Receipt receipt = new Sharing().finished(world, bridge).get();
        world.sandbox().clock().advance(FILES_TRAVELLED);
        return receipt;
    }
}

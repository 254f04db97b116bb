// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.vavr.control.Either;

/** Audience Manager is told in bulk which ids are the same people's. */
final class Syncing extends RunCase {
    @Override
    Either<BridgeError, Run> begin(World world, AudienceBridge bridge) {
        return bridge.attempts()
                .start(SyncRequest.builder()
                        .list(Sources.everybody(world.sandbox()))
                        .to(Wiring.AUDIENCE_MANAGER)
                        .visitors(Sources.visitors(world.sandbox()))
                        .declared(Sources.declared(world.sandbox()))
                        .build());
    }
}

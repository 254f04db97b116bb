// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.vavr.control.Either;

/** A list becomes a shared audience by files that only Audience Manager can read; somebody asks later what it made of them. */
final class SharingEncrypted extends RunCase {
    private final Sharing sharing = new Sharing();

    @Override
    public void prepare(World world, AudienceBridge bridge) {
        world.sandbox().audienceManagerData().files().openPgpSecretKey(Keys.audienceManagersSecret(), "");
    }

    @Override
    Either<BridgeError, Run> begin(World world, AudienceBridge bridge) {
        return sharing.begin(world, bridge);
    }

    @Override
    Either<BridgeError, Receipt> whole(World world, AudienceBridge bridge, Receipt delivered) {
        world.sandbox().clock().advance(Sharing.FILES_TRAVELLED);
        return bridge.attempts().track(delivered.run()).flatMap(SharingEncrypted::stored);
    }

    /** A file that was refused as a whole is told by the receipt. */
    private static Either<BridgeError, Receipt> stored(Receipt tracked) {
        return tracked.state() == RunState.FAILED
                ? Either.left(new BridgeError.RejectedBySystem(
                        String.join("; ", tracked.notices()), Incident.at(SystemId.AUDIENCE_MANAGER, "")))
                : Either.right(tracked);
    }
}

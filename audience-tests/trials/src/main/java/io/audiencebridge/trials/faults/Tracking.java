// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.control.Either;

/** Somebody asks what Audience Manager made of a file. */
final class Tracking implements UseCase {
    private RunId run = new RunId("none");

    @Override
    public void prepare(World world, AudienceBridge bridge) {
        run = Sharing.done(world, bridge).run();
    }

    @Override
    public Either<BridgeError, String> go(World world, AudienceBridge bridge) {
        return world.timed(() -> bridge.attempts().track(run)).map(Told::of);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.control.Either;

/** Somebody looks at the audiences of Audience Manager, and at the lists of Campaign. */
final class Browsing implements UseCase {
    @Override
    public void prepare(World world, AudienceBridge bridge) {
        Sharing.done(world, bridge);
    }

    @Override
    public Either<BridgeError, String> go(World world, AudienceBridge bridge) {
        return look(world, bridge, Wiring.AUDIENCE_MANAGER)
                .flatMap(audiences -> look(world, bridge, Wiring.CAMPAIGN).map(lists -> audiences + lists));
    }

    private static Either<BridgeError, String> look(World world, AudienceBridge bridge, ConnectionName where) {
        AudienceQuery query = AudienceQuery.builder().connection(where).build();
        return world.timed(() -> bridge.attempts().browse(query))
                .map(page -> page.audiences()
                        .map(audience ->
                                audience.title() + " " + audience.details().size())
                        .mkString(where + ": ", ", ", ". "));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.sandbox.audiencemanager.SandboxSegment;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.vavr.control.Either;
import java.util.List;

/** A shared audience becomes a list that had other people in it. */
final class Importing extends RunCase {
    private static final String LIST = "Zurück";

    private String audience = "";

    @Override
    public void prepare(World world, AudienceBridge bridge) {
        Sharing.done(world, bridge);
        world.sandbox().campaignData().addList(LIST, List.of("1", "5", "11"));
        audience = world.sandbox().audienceManagerData().segments().stream()
                .filter(segment -> segment.name().equals(Sharing.AUDIENCE))
                .map(SandboxSegment::id)
                .findFirst()
                .orElseThrow();
    }

    @Override
    Either<BridgeError, Run> begin(World world, AudienceBridge bridge) {
        return bridge.attempts()
                .start(ImportRequest.builder()
                        .audience(new AudienceRef(Wiring.AUDIENCE_MANAGER, audience))
                        .into(Wiring.CAMPAIGN)
                        .list(LIST)
                        .dataSource(Sources.visitors(world.sandbox()))
                        .build());
    }
}

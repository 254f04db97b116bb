// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOrigin;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.control.Either;

/** A visitor's browser is linked with a recipient. */
final class Linking implements UseCase {
    private String cookies = "";

    @Override
    public void prepare(World world, AudienceBridge bridge) {
        try {
            SandboxBrowser browser = world.sandbox().newBrowser().visit();
            cookies = browser.cookies();
        } catch (Exception failed) {
            throw new IllegalStateException("The sandbox's browser failed", failed);
        }
    }

    @Override
    public Either<BridgeError, String> go(World world, AudienceBridge bridge) {
        LinkRequest request = LinkRequest.builder()
                .visitor(new WebVisitor.Cookies(cookies))
                .recipient(People.declared(1))
                .dataSource(Sources.declared(world.sandbox()))
                .origin(LinkOrigin.LOGIN)
                .build();
        return world.timed(() -> bridge.attempts().link(request)).map(Enum::name);
    }
}

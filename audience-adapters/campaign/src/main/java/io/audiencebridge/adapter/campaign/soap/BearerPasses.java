// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;

/** Passes of IMS: the bridge's own access token with every call, without a logon. The source of tokens belongs to the bridge. */
record BearerPasses(TokenSource tokens) implements Passes {
    @Override
    public Either<BridgeError, Pass> pass(Call call) {
        return tokens.token(call).map(Pass.Bearer::new);
    }

    @Override
    public boolean refused(Pass pass) {
        if (pass instanceof Pass.Bearer bearer) {
            tokens.refused(bearer.token());
        }
        return true;
    }

    @Override
    public String remedy() {
        return "a fresh token did not help: check that the technical account has a product profile of this instance, and that the instance signs in by IMS";
    }

    @Override
    public void close() {
        // Campaign keeps nothing for a bearer
    }
}

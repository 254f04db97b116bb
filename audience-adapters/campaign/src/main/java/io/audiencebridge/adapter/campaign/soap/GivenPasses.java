// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * One pass that the caller gave, or nobody's. There is no other once it is over, and it stays the caller's: closing leaves the session open, for whoever
 * opened it may still use it.
 */
record GivenPasses(Pass pass, String remedy) implements Passes {
    /** Tokens of a session that somebody else opened. */
    static GivenPasses ofSession(Pass.Session session) {
        return new GivenPasses(session, "the session whose tokens were given is over: connect again with new ones");
    }

    /** No sign-in. */
    static GivenPasses ofNobody() {
        return new GivenPasses(
                new Pass.Nobody(), "this call is not open to everybody: connect with an operator or with IMS");
    }

    @Override
    public Either<BridgeError, Pass> pass(Call call) {
        return Either.right(pass);
    }

    @Override
    public boolean refused(Pass refused) {
        return false;
    }

    @Override
    public void close() {
        // not ours
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

import java.time.Duration;

/** What a test can do at the identity service, past the wire. Thread-safe. */
public final class SandboxIms {
    private final ImsSecrets secrets;
    private final AccessTokens tokens;
    private final ImsConduct conduct;

    SandboxIms(ImsSecrets secrets, AccessTokens tokens, ImsConduct conduct) {
        this.secrets = secrets;
        this.tokens = tokens;
        this.conduct = conduct;
    }

    /**
     * Gives the credential a second secret; the first stays good.
     *
     * @throws IllegalStateException if it has two already
     */
    public void addSecret(String secret) {
        secrets.add(secret);
    }

    /** Takes a secret away. UNVERIFIED: that the tokens that were got with it end, too, which is the harder case for a client. */
    public void dropSecret(String secret) {
        secrets.drop(secret);
        tokens.endMadeWith(secret);
    }

    /** Ends every token. */
    public void endTokens() {
        tokens.clear();
    }

    /** How far the service's own clock, which its tokens show, is ahead of everybody else's; negative for behind. */
    public void clockSkew(Duration skew) {
        conduct.clockSkew().set(skew);
    }

    /** How many requests for tokens are answered in a minute of the virtual clock before 429; zero for no limit. */
    public void tokensPerMinute(int most) {
        conduct.tokensPerMinute().set((long) most);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbered tokens: a refused one is followed by the next. */
public final class TestTokens implements TokenSource {
    private final AtomicInteger number = new AtomicInteger(1);

    @Override
    public Either<BridgeError, AccessToken> token(Call call) {
        return Either.right(new AccessToken(Secret.of("token-" + number.get()), Instant.MAX));
    }

    @Override
    public void refused(AccessToken token) {
        number.incrementAndGet();
    }

    @Override
    public ClientIdentity identity() {
        return new ClientIdentity("the-key", new ImsOrgId("5BFE274A5F6980A50A495C08@AdobeOrg"));
    }

    @Override
    public void close() {
        // holds nothing
    }
}

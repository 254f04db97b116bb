// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims.client;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;

/**
 * A token source that can also ask about tokens and end them. Made by {@code ImsTokenSourceFactory.client(settings, clock)}; a bridge takes it as its sign-in.
 *
 * <p>Blocks; safe for use by several threads. Source: experience-cloud.md, section 1.6.
 */
public interface ImsClient extends TokenSource {
    /**
     * Whether the service holds {@code token} for a living token of this client; a token that is not is an answer, no error. Left: {@code AccessDenied} when the client
     * is refused, {@code Unavailable} when nobody answers, {@code ProtocolBreach} when the answer does not say.
     */
    Either<BridgeError, TokenValidity> validate(Secret token, Call call);

    /** Ends {@code token} and whatever came from it. Right: the service has taken it; it does not say whether there was something to end. */
    Either<BridgeError, Boolean> invalidate(Secret token, Call call);

    /** Ends {@code token} by the way of the OAuth standard. Right as for {@link #invalidate}. */
    Either<BridgeError, Boolean> revoke(Secret token, Call call);
}

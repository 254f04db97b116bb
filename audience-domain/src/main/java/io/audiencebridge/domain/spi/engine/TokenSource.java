// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Access tokens. Safe for use by several threads: many callers, one request for a token. */
public interface TokenSource extends AutoCloseable {
    /** A token that is still good. Left: {@code AccessDenied} when the credentials are refused, {@code Unavailable} when nobody answers. */
    Either<BridgeError, AccessToken> token(Call call);

    /** Says that a system refused {@code token}: it is not handed out again. The caller repeats its call once, with a new one. */
    void refused(AccessToken token);

    /** Who signs in. */
    ClientIdentity identity();

    /** Gives back what the source holds. Never fails. */
    @Override
    void close();
}

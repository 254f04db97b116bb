// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What a connector may ask the bridge for. */
public interface ConnectorContext {
    /** Access tokens of the organisation. Left: {@code InvalidRequest} when the bridge was built without a sign-in. */
    Either<BridgeError, TokenSource> tokens();

    /** The file exchange of that name, such as {@code inbound}. Left: {@code InvalidRequest} when the bridge has none. */
    Either<BridgeError, FileExchange> files(String name);

    /** Compresses and expands files. Left: {@code InvalidRequest} when the bridge has no codec. */
    Either<BridgeError, Codec> codec();

    /** The cipher of that name. Left: {@code InvalidRequest} when the bridge has none. */
    Either<BridgeError, Cipher> cipher(String name);

    /** The business clock. */
    InstantSource clock();

    /** Where work beside the caller's thread runs. */
    Executor executor();

    /** Seeds hashes, so that nobody outside can predict them. */
    long hashSeed();

    /** The embedding application's name, for the user agent; possibly empty. */
    String application();
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * A bridge that has nothing but a clock, for tests of connectors: no sign-in, no files, no cipher. Work runs on the caller's thread, and the hash seed is fixed.
 *
 * @param clock the business clock
 */
public record BareContext(InstantSource clock) implements ConnectorContext {
    private static final long SEED = 7;

    @Override
    public Either<BridgeError, TokenSource> tokens() {
        return none("signIn", "this bridge signs in nowhere");
    }

    @Override
    public Either<BridgeError, FileExchange> files(String name) {
        return none("files", "this bridge has no file exchange '" + name + "'");
    }

    @Override
    public Either<BridgeError, Codec> codec() {
        return none("codec", "this bridge has no codec");
    }

    @Override
    public Either<BridgeError, Cipher> cipher(String name) {
        return none("cipher", "this bridge has no cipher '" + name + "'");
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public long hashSeed() {
        return SEED;
    }

    @Override
    public String application() {
        return "contract-kit";
    }

    private static <T> Either<BridgeError, T> none(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }
}

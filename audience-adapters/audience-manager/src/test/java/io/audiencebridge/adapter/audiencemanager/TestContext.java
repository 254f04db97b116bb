// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;

/** What a bridge hands to a connector: tokens, file exchanges by name, gzip, a cipher, and a clock. */
record TestContext(Either<BridgeError, TokenSource> tokens, Map<String, FileExchange> exchanges, InstantSource clock)
        implements ConnectorContext {
    /** The name of the cipher that there is. */
    static final String CIPHER = "adobe";

    @Override
    public Either<BridgeError, FileExchange> files(String name) {
        FileExchange exchange = exchanges.get(name);
        return exchange != null
                ? Either.right(exchange)
                : Either.left(BridgeError.InvalidRequest.of("files", "the bridge has no file exchange '" + name + "'"));
    }

    @Override
    public Either<BridgeError, Codec> codec() {
        return Either.right(new GzipCodecFactory().open(executor()));
    }

    @Override
    public Either<BridgeError, Cipher> cipher(String name) {
        return name.equals(CIPHER)
                ? Either.right(new ShiftCipher())
                : Either.left(BridgeError.InvalidRequest.of("cipher", "the bridge has no cipher '" + name + "'"));
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public long hashSeed() {
        return 1;
    }

    @Override
    public String application() {
        return "test";
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What a bridge hands to a connector: a token, gzip, files that somebody else has put, and a clock that stands still. All runs on the caller's thread.
 *
 * @param exchange every exchange there is
 */
public record FuzzBridge(FileExchange exchange) implements ConnectorContext {
    /** An organisation. */
    public static final ImsOrgId ORGANISATION = new ImsOrgId("5BFE274A5F6980A50A495C08@AdobeOrg");

    /** When everything happens. */
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** A bridge without files. */
    public static FuzzBridge withoutFiles() {
        return new FuzzBridge(new OneFolder(Map.of()));
    }

    /** A call with time enough. */
    public static Call call() {
        return Call.within("fuzz", LIMIT, System::nanoTime, Progress.SILENT);
    }

    @Override
    public Either<BridgeError, TokenSource> tokens() {
        return Either.right(new Tokens());
    }

    @Override
    public Either<BridgeError, FileExchange> files(String name) {
        return Either.right(exchange);
    }

    @Override
    public Either<BridgeError, Codec> codec() {
        return Either.right(new GzipCodecFactory().open(executor()));
    }

    @Override
    public Either<BridgeError, Cipher> cipher(String name) {
        return Either.left(BridgeError.InvalidRequest.of("cipher", "is missing"));
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOON);
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
        return "";
    }

    private record Tokens() implements TokenSource {
        @Override
        public Either<BridgeError, AccessToken> token(Call call) {
            return Either.right(new AccessToken(Secret.of("token"), NOON.plusSeconds(3600)));
        }

        @Override
        public void refused(AccessToken token) {}

        @Override
        public ClientIdentity identity() {
            return new ClientIdentity("client", ORGANISATION);
        }

        @Override
        public void close() {}
    }
}

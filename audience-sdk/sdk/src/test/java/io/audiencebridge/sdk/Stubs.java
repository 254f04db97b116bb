// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.spi.engine.AccessToken;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.CipherFactory;
import io.audiencebridge.domain.spi.engine.CipherSettings;
import io.audiencebridge.domain.spi.engine.ClientIdentity;
import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.spi.engine.SignInSettings;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.spi.engine.TokenSourceFactory;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.List;

/** Parts that a bridge finds by their settings, and that write down their end. */
public final class Stubs {
    private Stubs() {}

    /** Settings with {@code mistake} are refused when it is not empty; {@code thrown} makes the factory throw. */
    record Connecting(ConnectionName connection, List<String> closed, String mistake, boolean throwing)
            implements ConnectorSettings {
        Connecting(String name, List<String> closed) {
            this(new ConnectionName(name), closed, "", false);
        }
    }

    record SigningIn(List<String> closed, String mistake) implements SignInSettings {}

    record Exchanging(String name, List<String> closed, String mistake) implements ExchangeSettings {}

    record Enciphering(List<String> closed, String mistake) implements CipherSettings {}

    /** Nobody's settings. */
    record Orphan(ConnectionName connection) implements ConnectorSettings {}

    public static final class Connections implements ConnectorFactory<Connecting> {
        @Override
        public Class<Connecting> settings() {
            return Connecting.class;
        }

        @Override
        public Either<BridgeError, Connector> connect(Connecting settings, ConnectorContext context) {
            if (settings.throwing()) {
                throw new IllegalStateException("hush");
            }
            return sound(settings.mistake(), new Line(settings, context));
        }
    }

    public static final class Credentials implements TokenSourceFactory<SigningIn> {
        @Override
        public Class<SigningIn> settings() {
            return SigningIn.class;
        }

        @Override
        public Either<BridgeError, TokenSource> open(SigningIn settings, InstantSource clock) {
            return sound(settings.mistake(), new Tokens(settings.closed()));
        }
    }

    public static final class Folders implements FileExchangeFactory<Exchanging> {
        @Override
        public Class<Exchanging> settings() {
            return Exchanging.class;
        }

        @Override
        public Either<BridgeError, FileExchange> open(Exchanging settings) {
            return sound(settings.mistake(), new Folder(settings));
        }
    }

    public static final class Ciphers implements CipherFactory<Enciphering> {
        @Override
        public Class<Enciphering> settings() {
            return Enciphering.class;
        }

        @Override
        public Either<BridgeError, Cipher> open(Enciphering settings) {
            return sound(settings.mistake(), new Keyless(settings));
        }
    }

    /** Has no key, so it encrypts nothing. */
    record Keyless(Enciphering settings) implements Cipher {
        @Override
        public String ending() {
            return "none";
        }

        @Override
        public Either<BridgeError, ByteSink> encrypting(ByteSink target, String name) {
            return Either.left(BridgeError.InvalidRequest.of("key", "none"));
        }

        @Override
        public Either<BridgeError, ByteSource> decrypting(ByteSource source, String name) {
            return Either.left(BridgeError.InvalidRequest.of("key", "none"));
        }

        @Override
        public void close() {
            settings.closed().add("cipher");
        }
    }

    private static <T> Either<BridgeError, T> sound(String mistake, T part) {
        return mistake.isEmpty() ? Either.right(part) : Either.left(BridgeError.InvalidRequest.of("stub", mistake));
    }

    /** Shows itself as an ability, so that tests see what it was given. */
    record Line(Connecting settings, ConnectorContext context) implements Connector {
        @Override
        public SystemId system() {
            return new SystemId("stub");
        }

        @Override
        public <A> Option<A> ability(Class<A> type) {
            return type.isInstance(this) ? Option.some(type.cast(this)) : Option.none();
        }

        @Override
        public void close() {
            settings.closed().add(settings.connection().value());
            throw new IllegalStateException("ports never throw, but this one does");
        }
    }

    record Tokens(List<String> closed) implements TokenSource {
        @Override
        public Either<BridgeError, AccessToken> token(Call call) {
            return Either.left(BridgeError.LocalFailure.of("none"));
        }

        @Override
        public void refused(AccessToken token) {}

        @Override
        public ClientIdentity identity() {
            return new ClientIdentity("client", new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg"));
        }

        @Override
        public void close() {
            closed.add("tokens");
        }
    }

    record Folder(Exchanging settings) implements FileExchange {
        @Override
        public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
            return Either.left(BridgeError.LocalFailure.of("none"));
        }

        @Override
        public Either<BridgeError, ByteSource> read(String name, Call call) {
            return Either.left(BridgeError.LocalFailure.of("none"));
        }

        @Override
        public Either<BridgeError, ByteSink> create(String name, Call call) {
            return Either.left(BridgeError.LocalFailure.of("none"));
        }

        @Override
        public Either<BridgeError, String> delete(String name, Call call) {
            return Either.left(BridgeError.LocalFailure.of("none"));
        }

        @Override
        public void close() {
            settings.closed().add(settings.name());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Files in memory, in the order in which they came, and a bridge around them whose clock a test sets. */
public final class MemoryFiles implements FileExchange, ConnectorContext {
    public static final Instant NOW = Instant.parse("2024-05-02T12:00:00Z");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Held(byte[] content, Instant modified) {}

    private final Map<String, Held> files = new LinkedHashMap<>();
    private Option<Cipher> cipher = Option.none();

    public MemoryFiles put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public MemoryFiles put(String name, byte[] content) {
        return put(name, content, NOW.minusSeconds(3600));
    }

    public MemoryFiles put(String name, byte[] content, Instant modified) {
        files.put(name, new Held(content, modified));
        return this;
    }

    public MemoryFiles cipher(Cipher given) {
        cipher = Option.of(given);
        return this;
    }

    @Override
    public Either<BridgeError, Seq<StoredFile>> list(String prefix, Call call) {
        return Either.right(Vector.ofAll(files.entrySet())
                .filter(file -> file.getKey().startsWith(prefix))
                .map(file -> StoredFile.builder()
                        .name(file.getKey())
                        .size(file.getValue().content().length)
                        .modified(file.getValue().modified())
                        .contentTag(tag(file.getValue().content()))
                        .build()));
    }

    private static String tag(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public Either<BridgeError, ByteSource> read(String name, Call call) {
        return Option.of(files.get(name))
                .<ByteSource>map(file -> new Bytes(file.content(), 7919))
                .toEither(() -> BridgeError.NotFound.of(name + " is gone"));
    }

    @Override
    public Either<BridgeError, ByteSink> create(String name, Call call) {
        throw new UnsupportedOperationException("Only read here");
    }

    @Override
    public Either<BridgeError, String> delete(String name, Call call) {
        files.remove(name);
        return Either.right(name);
    }

    @Override
    public void close() {
        // Holds memory alone.
    }

    @Override
    public Either<BridgeError, FileExchange> files(String name) {
        return Either.right(this);
    }

    @Override
    public Either<BridgeError, Codec> codec() {
        return Either.right(new PlainGzip());
    }

    @Override
    public Either<BridgeError, Cipher> cipher(String name) {
        return cipher.toEither(() -> BridgeError.InvalidRequest.of("cipher", "there is none"));
    }

    @Override
    public Either<BridgeError, TokenSource> tokens() {
        return Either.left(BridgeError.InvalidRequest.of("signIn", "there is none"));
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOW);
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
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of a delivered file, checked at their end against the size listed and the MD5 promised. */
final class WholeBytes implements ByteSource {
    private final ByteSource source;
    private final DeliveredFile expected;
    private final @Nullable MessageDigest digest;
    private long seen;

    WholeBytes(ByteSource source, DeliveredFile expected) {
        this.source = source;
        this.expected = expected;
        this.digest = expected.md5().isEmpty() ? null : md5();
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        return source.read(into, from, length).flatMap(count -> count == END ? end() : took(into, from, count));
    }

    @Override
    public void close() {
        source.close();
    }

    private Either<BridgeError, Integer> took(byte[] into, int from, int count) {
        seen += count;
        if (digest != null) {
            digest.update(into, from, count);
        }
        return Either.right(count);
    }

    private Either<BridgeError, Integer> end() {
        String name = expected.file().name();
        if (seen != expected.file().size()) {
            return Either.left(
                    Damage.of(
                            name,
                            "gave " + seen + " bytes and not the "
                                    + expected.file().size()
                                    + " that it was listed with; it is being replaced or is cut short, so resume the run later"));
        }
        if (digest != null && !HexFormat.of().formatHex(digest.digest()).equals(expected.md5())) {
            return Either.left(
                    Damage.of(
                            name,
                            "has another MD5 than its transfer-control file states; have it delivered again and resume the run"));
        }
        return Either.right(END);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has MD5", impossible);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.concurrent.Executor;

/**
 * Gzip, RFC 1952: written by the JDK's zlib or our own words, read by our own reader of deflate data.
 *
 * <p>Writes one member, whose pieces are compressed side by side. Its bytes depend on the content and the settings alone: neither on how the content was
 * handed in, nor on threads, time or operating system (SEMANTICS S20); they may differ between two versions of zlib. Reads members of any number, and refuses
 * a file that is cut short, damaged, or followed by anything but zeros: the JDK's own stream takes what stands behind a member and is not well-formed for
 * the end of the file, and so loses people without a word. Reading takes 200 KB a file, however much it expands to.
 *
 * <p>Safe for use by several threads, each with its own stream.
 */
public final class GzipCodec implements Codec {
    private static final int LEAST_CHUNK = 1 << 10;
    private static final int LARGEST_CHUNK = 16 << 20;
    private static final int MOST_IN_FLIGHT = 1024;

    private final GzipSettings settings;
    private final Executor executor;

    private GzipCodec(GzipSettings settings, Executor executor) {
        this.settings = settings;
        this.executor = executor;
    }

    /**
     * A codec.
     *
     * @param executor where compression runs beside the caller's thread; it may be busy or refuse work, then the caller's thread compresses
     * @return left {@code InvalidRequest} with every mistake in the settings
     */
    public static Either<BridgeError, Codec> of(GzipSettings settings, Executor executor) {
        Vector<Violation> violations = Vector.of(
                        within("level", settings.level(), 1, 9),
                        within("chunkBytes", settings.chunkBytes(), LEAST_CHUNK, LARGEST_CHUNK),
                        within("chunksInFlight", settings.chunksInFlight(), 1, MOST_IN_FLIGHT))
                .flatMap(violation -> violation);
        return violations.isEmpty()
                ? Either.right(new GzipCodec(settings, executor))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    static Codec standard(Executor executor) {
        return new GzipCodec(GzipSettings.standard(), executor);
    }

    @Override
    public String ending() {
        return "gz";
    }

    @Override
    public ByteSink compressing(ByteSink target) {
        return new GzipSink(target, settings, executor);
    }

    @Override
    public ByteSource expanding(ByteSource source, String name) {
        return new GzipSource(source, name);
    }

    private static Vector<Violation> within(String subject, int value, int least, int most) {
        return value >= least && value <= most
                ? Vector.empty()
                : Vector.of(new Violation(subject, value + " is out of bounds; use " + least + " to " + most));
    }
}

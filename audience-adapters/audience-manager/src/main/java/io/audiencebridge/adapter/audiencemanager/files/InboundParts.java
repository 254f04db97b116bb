// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of one change. None is visible before all are written: Audience Manager never loads a change that was given up half-way. Rows go to the
 * packing some hundred at a time.
 */
final class InboundParts {
    private static final int BUFFER = 64 << 10;
    private static final Either<BridgeError, Integer> TAKEN = Either.right(0);

    private final InboundPart.Opening opening;
    private final PartLimits limits;
    private final Packing packing;
    private final String title;
    private final List<InboundPart> parts = new ArrayList<>();
    private final List<StoredFile> published = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private @Nullable ByteSink packed;
    private long rows;
    private long bytes;

    /**
     * The files that {@code opening} opens.
     *
     * @param title the file's name without its number and packing, which may be put into it
     */
    InboundParts(InboundPart.Opening opening, PartLimits limits, Packing packing, String title) {
        this.opening = opening;
        this.limits = limits;
        this.packing = packing;
        this.title = title;
    }

    /** Whether a row of {@code length} bytes begins a part. */
    boolean begins(int length) {
        return packed == null || rows >= limits.rows() || bytes + length > limits.bytes();
    }

    /** Takes the row {@code row[0, length)}. */
    Either<BridgeError, Integer> append(byte[] row, int length) {
        if (begins(length)) {
            Either<BridgeError, ByteSink> next = next();
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            packed = next.get();
            rows = 0;
            bytes = 0;
        }
        rows++;
        bytes += length;
        if (buffered + length > BUFFER) {
            Either<BridgeError, Integer> flushed = flush();
            if (flushed.isLeft() || length > BUFFER) {
                return flushed.flatMap(done -> open().write(row, 0, length));
            }
        }
        System.arraycopy(row, 0, buffer, buffered, length);
        buffered += length;
        return TAKEN;
    }

    /** Ends the last file. */
    Either<BridgeError, Integer> end() {
        if (packed == null) {
            return TAKEN;
        }
        Either<BridgeError, Integer> ended =
                flush().flatMap(done -> open().finish()).map(file -> 0);
        packed = ended.isRight() ? null : packed;
        return ended;
    }

    private Either<BridgeError, Integer> flush() {
        int count = buffered;
        buffered = 0;
        return count == 0 ? TAKEN : open().write(buffer, 0, count);
    }

    private ByteSink open() {
        return Objects.requireNonNull(packed);
    }

    /** How many files there are. */
    int count() {
        return parts.size();
    }

    /** Makes the file at {@code index} visible. */
    Either<BridgeError, StoredFile> publish(int index) {
        return parts.get(index).publish(parts.size() == 1).peek(published::add);
    }

    /** All files are published for good: nothing takes them back any more. */
    void settle() {
        published.clear();
    }

    /** Gives up what is not published; answers what is. */
    List<StoredFile> abort() {
        if (packed != null) {
            packed.abort();
            packed = null;
        }
        parts.forEach(InboundPart::abort);
        return List.copyOf(published);
    }

    private Either<BridgeError, ByteSink> next() {
        return end().flatMap(ended -> parts.isEmpty()
                        ? TAKEN
                        : parts.get(parts.size() - 1).number().map(sink -> 0))
                .flatMap(numbered -> {
                    InboundPart part = new InboundPart(opening, parts.size() + 1);
                    parts.add(part);
                    return packing.over(part, title);
                });
    }
}

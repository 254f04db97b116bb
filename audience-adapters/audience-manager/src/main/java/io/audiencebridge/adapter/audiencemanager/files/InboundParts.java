// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The files of one change. None is visible before all are written: Audience Manager never loads a change that was given up half-way. */
final class InboundParts {
    private final InboundPart.Opening opening;
    private final PartLimits limits;
    private final Executor executor;
    private final List<InboundPart> parts = new ArrayList<>();
    private final List<StoredFile> published = new ArrayList<>();
    private @Nullable GzipMember member;
    private long rows;
    private long bytes;

    InboundParts(InboundPart.Opening opening, PartLimits limits, Executor executor) {
        this.opening = opening;
        this.limits = limits;
        this.executor = executor;
    }

    /** Takes the row {@code row[0, length)}. */
    Either<BridgeError, Integer> append(byte[] row, int length) {
        GzipMember open = member;
        if (open == null || rows >= limits.rows() || bytes + length > limits.bytes()) {
            Either<BridgeError, GzipMember> next = next();
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            open = next.get();
        }
        rows++;
        bytes += length;
        return open.write(row, length);
    }

    /** Ends the last file. */
    Either<BridgeError, Integer> end() {
        Either<BridgeError, Integer> ended = member == null ? Either.right(0) : member.finish();
        member = null;
        return ended;
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
        parts.forEach(InboundPart::abort);
        return List.copyOf(published);
    }

    private Either<BridgeError, GzipMember> next() {
        return end().flatMap(ended -> parts.isEmpty()
                        ? Either.right(0)
                        : parts.get(parts.size() - 1).number().map(sink -> 0))
                .map(numbered -> {
                    InboundPart part = new InboundPart(opening, parts.size() + 1);
                    parts.add(part);
                    GzipMember fresh = new GzipMember(executor, part);
                    member = fresh;
                    rows = 0;
                    bytes = 0;
                    return fresh;
                });
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.control.Either;
import java.time.Instant;

/** Counts a file's lines and holds them against what was promised. Whether a last line without an end counts is not documented, so both numbers pass. */
final class LineCount {
    /** Counts nothing. */
    static final LineCount NONE = new LineCount(DeliveredFile.of(StoredFile.builder()
            .name("")
            .size(0)
            .modified(Instant.EPOCH)
            .contentTag("")
            .build()));

    private final DeliveredFile expected;
    private long ended;
    private boolean open;

    LineCount(DeliveredFile expected) {
        this.expected = expected;
    }

    void count(byte[] bytes, int length) {
        if (expected.lines() == DeliveredFile.ANY || length == 0) {
            return;
        }
        for (int i = 0; i < length; i++) {
            ended += bytes[i] == '\n' ? 1 : 0;
        }
        open = bytes[length - 1] != '\n';
    }

    /** The file's lines. Left: {@code ProtocolBreach} when they are not as many as promised. */
    Either<BridgeError, Long> checked() {
        boolean fits = expected.lines() == DeliveredFile.ANY
                || expected.lines() == ended
                || (open && expected.lines() == ended + 1);
        return fits
                ? Either.right(ended)
                : Either.left(
                        Damage.of(
                                expected.file().name(),
                                "has " + (open ? ended + 1 : ended) + " lines and not the " + expected.lines()
                                        + " that its transfer-control file states; have it delivered again and resume the run"));
    }
}

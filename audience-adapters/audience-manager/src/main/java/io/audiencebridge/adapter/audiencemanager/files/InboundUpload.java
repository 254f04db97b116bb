// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;

/** Rows on their way into the files of one change. */
final class InboundUpload {
    private static final Duration CLEANING = Duration.ofSeconds(30);

    private final FileExchange exchange;
    private final InboundParts parts;
    private final Call call;

    InboundUpload(FileExchange exchange, InboundParts parts, Call call) {
        this.exchange = exchange;
        this.parts = parts;
        this.call = call;
    }

    /** Whether a row of {@code length} bytes begins a part. */
    boolean begins(int length) {
        return parts.begins(length);
    }

    /** Takes the row {@code row[0, length)}, line feed included. */
    Either<BridgeError, Integer> append(byte[] row, int length) {
        return parts.append(row, length);
    }

    /** Makes the files visible. Right: their names, none when there was no row. */
    Either<BridgeError, Vector<String>> finish() {
        Either<BridgeError, Integer> ended = call.check().flatMap(open -> parts.end());
        Vector<String> names = Vector.empty();
        for (int i = 0; ended.isRight() && i < parts.count(); i++) {
            int next = i;
            Either<BridgeError, String> name =
                    call.check().flatMap(open -> parts.publish(next)).map(file -> file.name());
            if (name.isLeft()) {
                return Either.left(name.getLeft());
            }
            names = names.append(name.get());
        }
        if (ended.isRight()) {
            parts.settle();
        }
        Vector<String> files = names;
        return ended.map(all -> files);
    }

    /** Files that a failed {@link #finish} made visible are deleted, under a call of their own since the upload's may be over. */
    void abort() {
        Call cleaning = Call.within(call.correlationId(), CLEANING, System::nanoTime, Progress.SILENT);
        parts.abort().forEach(file -> exchange.delete(file.name(), cleaning));
    }
}

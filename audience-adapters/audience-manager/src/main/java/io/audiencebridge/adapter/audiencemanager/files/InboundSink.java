// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;

/** Writes a row for each key: the key, a TAB, the change, a line feed. Source: Audience Manager, "Inbound data file contents". */
final class InboundSink implements KeySink<WriteSummary> {
    private static final Duration CLEANING = Duration.ofSeconds(30);

    private final FileExchange exchange;
    private final InboundParts parts;
    private final KeyTranslator keys;
    private final byte[] signal;
    private final Call call;
    private final byte[] line;
    private long rows;

    /**
     * A sink.
     *
     * @param signal what follows the key, line feed included
     */
    InboundSink(FileExchange exchange, InboundParts parts, KeyTranslator keys, byte[] signal, Call call) {
        this.exchange = exchange;
        this.parts = parts;
        this.keys = keys;
        this.signal = signal;
        this.call = call;
        this.line = new byte[KeyTranslator.LONGEST + signal.length];
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        return call.check().flatMap(open -> write(batch));
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
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
        return ended.map(all -> new WriteSummary(rows, files));
    }

    /** Files that a failed {@link #finish} made visible are deleted, under a call of their own since the sink's may be over. */
    @Override
    public void abort() {
        Call cleaning = Call.within(call.correlationId(), CLEANING, System::nanoTime, Progress.SILENT);
        parts.abort().forEach(file -> exchange.delete(file.name(), cleaning));
    }

    private Either<BridgeError, Integer> write(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            int length = keys.translate(batch.text(), batch.start(row), batch.end(row), line);
            if (length == KeyTranslator.INVALID) {
                return Either.left(
                        BridgeError.InvalidRequest.of(
                                "members",
                                "Row " + (rows + 1)
                                        + " has no key in the data source's wire form; translate keys with KeyTranslator.storedToWire before they are sent"));
            }
            System.arraycopy(signal, 0, line, length, signal.length);
            Either<BridgeError, Integer> taken = parts.append(line, length + signal.length);
            if (taken.isLeft()) {
                return taken;
            }
            rows++;
        }
        return Either.right(batch.size());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;

/** Writes a row for each key: the key, a TAB, the change, a line feed. Source: Audience Manager, "Inbound data file contents". */
final class InboundSink implements KeySink<WriteSummary> {
    private final InboundUpload upload;
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
    InboundSink(InboundUpload upload, KeyTranslator keys, byte[] signal, Call call) {
        this.upload = upload;
        this.keys = keys;
        this.signal = signal;
        this.call = call;
        this.line = new byte[KeyTranslator.LONGEST + signal.length];
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        Either<BridgeError, Integer> written = call.check().flatMap(open -> write(batch));
        batch.giveBack();
        return written;
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return upload.finish().map(files -> new WriteSummary(rows, files));
    }

    @Override
    public void abort() {
        upload.abort();
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
            Either<BridgeError, Integer> taken = upload.append(line, length + signal.length);
            if (taken.isLeft()) {
                return taken;
            }
            rows++;
        }
        return Either.right(batch.size());
    }
}

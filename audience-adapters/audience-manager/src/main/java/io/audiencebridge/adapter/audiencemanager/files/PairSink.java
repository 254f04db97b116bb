// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;

/** Writes a row for each pair: the visitor id, a TAB, the declared id, a line feed; neither is encoded. A pair with an id that cannot travel is left out. */
final class PairSink implements IdPairSink {
    private static final byte TAB = '\t';
    private static final byte LINE_FEED = '\n';

    private final InboundUpload upload;
    private final KeyTranslator visitors;
    private final KeyTranslator declared;
    private final Call call;
    private final byte[] key = new byte[KeyTranslator.LONGEST];
    private final byte[] line = new byte[2 * KeyTranslator.LONGEST + 2];
    private long rows;

    PairSink(InboundUpload upload, KeyTranslator visitors, KeyTranslator declared, Call call) {
        this.upload = upload;
        this.visitors = visitors;
        this.declared = declared;
        this.call = call;
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys visitorIds, TextKeys declaredIds) {
        if (visitorIds.size() != declaredIds.size()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "pairs",
                    visitorIds.size() + " visitor ids and " + declaredIds.size()
                            + " declared ids are no pairs; give one for each"));
        }
        return call.check().flatMap(open -> write(visitorIds, declaredIds));
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return upload.finish().map(files -> new WriteSummary(rows, files));
    }

    @Override
    public void abort() {
        upload.abort();
    }

    private Either<BridgeError, Integer> write(TextKeys visitorIds, TextKeys declaredIds) {
        int written = 0;
        for (int row = 0; row < visitorIds.size(); row++) {
            int length = line(visitorIds, declaredIds, row);
            if (length > 0) {
                Either<BridgeError, Integer> taken = upload.append(line, length);
                if (taken.isLeft()) {
                    return taken;
                }
                written++;
            }
        }
        rows += written;
        return Either.right(written);
    }

    /** The length of the row's line; 0 when one of its ids cannot travel. */
    private int line(TextKeys visitorIds, TextKeys declaredIds, int row) {
        int end = append(visitors, visitorIds, row, 0, TAB);
        return end == 0 ? 0 : append(declared, declaredIds, row, end, LINE_FEED);
    }

    private int append(KeyTranslator keys, TextKeys batch, int row, int at, byte separator) {
        int length = keys.translate(batch.text(), batch.start(row), batch.end(row), key);
        if (length == KeyTranslator.INVALID) {
            return 0;
        }
        System.arraycopy(key, 0, line, at, length);
        line[at + length] = separator;
        return at + length + 1;
    }
}

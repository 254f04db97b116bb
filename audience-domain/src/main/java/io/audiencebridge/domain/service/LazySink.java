// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/** A sink that is opened at its first row: a change without rows writes nothing, since systems refuse an empty file. */
final class LazySink implements KeySink<WriteSummary> {
    private final MemberWriter writer;
    private final WriteOrder order;
    private final Call call;
    private @Nullable KeySink<WriteSummary> opened;

    LazySink(MemberWriter writer, WriteOrder order, Call call) {
        this.writer = writer;
        this.order = order;
        this.call = call;
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        if (batch.size() == 0) {
            return Either.right(0);
        }
        KeySink<WriteSummary> sink = opened;
        if (sink == null) {
            Either<BridgeError, KeySink<WriteSummary>> fresh = writer.open(order, call);
            if (fresh.isLeft()) {
                return Either.left(fresh.getLeft());
            }
            sink = fresh.get();
            opened = sink;
        }
        return sink.accept(batch);
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return opened == null ? Either.right(new WriteSummary(0, Vector.empty())) : opened.finish();
    }

    @Override
    public void abort() {
        if (opened != null) {
            opened.abort();
        }
    }
}

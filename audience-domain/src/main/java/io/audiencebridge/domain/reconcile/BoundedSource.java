// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicLong;

/** A source that fails when it yields more rows than there is room for. */
final class BoundedSource implements KeySource {
    private final KeySource source;
    private final MemberRoom room;
    private final AtomicLong rows = new AtomicLong();

    BoundedSource(KeySource source, MemberRoom room) {
        this.source = source;
        this.room = room;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return rows.get() > room.most()
                ? Either.left(room.tooMany())
                : source.next().peek(this::count);
    }

    @Override
    public int readers() {
        return source.readers();
    }

    @Override
    public void close() {
        source.close();
    }

    private void count(Option<TextKeys> batch) {
        rows.addAndGet(batch.map(TextKeys::size).getOrElse(0));
    }
}

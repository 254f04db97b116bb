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
    private final long most;
    private final AtomicLong rows = new AtomicLong();

    BoundedSource(KeySource source, long most) {
        this.source = source;
        this.most = most;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return rows.get() > most ? Either.left(tooMany()) : source.next().peek(this::count);
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

    private BridgeError tooMany() {
        return BridgeError.LocalFailure.of(
                "More than " + most
                        + " keys are to be matched, for which the engine in memory has no room; give the JVM more heap, or use an engine that works out of core, such as audience-adapter-engine-duckdb");
    }
}

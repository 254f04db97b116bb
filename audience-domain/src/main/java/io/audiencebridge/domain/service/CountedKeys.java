// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the rows of a source. */
final class CountedKeys implements KeySource {
    private final KeySource source;
    private final AtomicLong rows = new AtomicLong();

    CountedKeys(KeySource source) {
        this.source = source;
    }

    long rows() {
        return rows.get();
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return source.next()
                .peek(batch -> rows.addAndGet(batch.map(TextKeys::size).getOrElse(0)));
    }

    @Override
    public int readers() {
        return source.readers();
    }

    @Override
    public OptionalLong hashSeed() {
        return source.hashSeed();
    }

    @Override
    public void close() {
        source.close();
    }
}

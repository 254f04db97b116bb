// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.function.BiConsumer;

/** Rows of things that lie in memory, put into batches as they are asked for. */
final class BatchSource<T> implements KeySource {
    private final Iterator<T> things;
    private final BiConsumer<T, TextKeysBuilder> rows;
    private final TextKeysBuilder batch = new TextKeysBuilder();

    BatchSource(Iterable<T> things, BiConsumer<T, TextKeysBuilder> rows) {
        this.things = things.iterator();
        this.rows = rows;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (things.hasNext() && !batch.isFull()) {
            rows.accept(things.next(), batch);
        }
        return Either.right(batch.size() == 0 ? Option.none() : Option.of(batch.build()));
    }

    @Override
    public void close() {
        // the rows lie in memory
    }
}

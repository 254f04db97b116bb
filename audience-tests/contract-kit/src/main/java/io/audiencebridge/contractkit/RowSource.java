// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.SideBySide;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Rows in memory; tells whether it was closed, and whether two readers came at once. */
final class RowSource implements KeySource {
    private static final int ROWS = 1000;

    private final Deque<TextKeys> left;
    private volatile boolean closed;
    private volatile boolean busy;
    private volatile boolean crowded;

    RowSource(List<TextKeys> batches) {
        left = new ArrayDeque<>(batches);
    }

    /** {@code rows} rows in batches of {@value #ROWS}. */
    static RowSource of(int rows, IntFunction<String> key, IntToLongFunction recipient) {
        List<TextKeys> batches = new ArrayList<>();
        var builder = new TextKeysBuilder();
        for (int row = 0; row < rows; row++) {
            byte[] text = key.apply(row).getBytes(StandardCharsets.UTF_8);
            long id = recipient.applyAsLong(row);
            builder.recipient(id >> 63, id).key(text, 0, text.length, (byte) 0);
            if (builder.size() == ROWS) {
                batches.add(builder.build());
            }
        }
        batches.add(builder.build());
        return new RowSource(batches);
    }

    /** One batch, then {@code error}. */
    static KeySource failing(BridgeError error) {
        RowSource first = of(1, row -> "%038d".formatted(row), row -> row);
        return new KeySource() {
            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return first.next().flatMap(batch -> batch.isEmpty() ? Either.left(error) : Either.right(batch));
            }

            @Override
            public void close() {}
        };
    }

    /** Cancels {@code call} with its second batch and never ends by itself. */
    static KeySource cancelling(Call call) {
        return new KeySource() {
            private int batches;

            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                if (++batches == 2) {
                    call.cancel();
                }
                return of(1, row -> "%038d".formatted(row), row -> row).next();
            }

            @Override
            public void close() {}
        };
    }

    /** So many files that several readers read at once. */
    static KeySource files(int number, IntFunction<KeySource> file) {
        return new SideBySide(IntStream.range(0, number).mapToObj(file).toList());
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        crowded |= busy;
        busy = true;
        try {
            return Either.right(Option.of(left.poll()));
        } finally {
            busy = false;
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean wasCrowded() {
        return crowded;
    }
}

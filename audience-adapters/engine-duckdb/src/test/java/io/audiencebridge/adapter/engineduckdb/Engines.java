// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** Engines and large tasks, whose rows are made up while they are read. */
final class Engines {
    private static final int DIGITS = 38;

    private Engines() {}

    static ReconciliationEngine open(DuckEngineSettings settings) {
        return new DuckEngineFactory().open(settings, Runnable::run, 4711).get();
    }

    static Call call(Duration limit) {
        return Call.within("test", limit, System::nanoTime, Progress.SILENT);
    }

    /** As many members as recipients; member {@code i} is recipient {@code i}. */
    static MatchTask.Builder task(long rows) {
        return MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(rows(rows, row -> row))
                .recipients(rows(rows, row -> row));
    }

    /** Recipient {@code i} with the visitor id {@code number(i)}. */
    static KeySource rows(long rows, LongUnaryOperator number) {
        return new KeySource() {
            private final TextKeysBuilder builder = new TextKeysBuilder();
            private long row;

            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                while (row < rows && !builder.isFull()) {
                    byte[] key = visitor(number.applyAsLong(row));
                    builder.recipient(0, row++).key(key, 0, DIGITS, (byte) 0);
                }
                return Either.right(Option.of(builder.size() == 0 ? null : builder.build()));
            }

            @Override
            public void close() {}
        };
    }

    private static byte[] visitor(long number) {
        byte[] digits = new byte[DIGITS];
        long rest = number;
        for (int i = DIGITS - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return digits;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** Rows made of numbers as they are asked for. One reader. */
final class Rows implements SampledKeys {
    private final PrimitiveIterator.OfLong numbers;
    private final Writer writer;
    private final SampleFacts facts;
    private final TextKeysBuilder rows = TextKeysBuilder.reusing();

    Rows(LongStream numbers, Writer writer, SampleFacts facts) {
        this.numbers = numbers.iterator();
        this.writer = writer;
        this.facts = facts;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (numbers.hasNext() && !rows.isFull()) {
            writer.write(numbers.nextLong(), rows);
        }
        return Either.right(Option.when(rows.size() > 0, rows::build));
    }

    @Override
    public SampleFacts facts() {
        return facts;
    }

    @Override
    public void close() {
        // lies in memory
    }

    /** Writes the rows of one number. */
    @FunctionalInterface
    interface Writer {
        void write(long number, TextKeysBuilder rows);
    }
}

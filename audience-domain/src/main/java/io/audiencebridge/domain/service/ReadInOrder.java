// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.OptionalLong;

/** The first rows of a source that nobody can draw a sample of; all of them if there are no more than allowed. One reader. */
final class ReadInOrder implements SampledKeys {
    private final KeySource source;
    private final long most;
    private final OptionalLong told;
    private long rows;
    private boolean whole;

    /**
     * The first rows of {@code source}.
     *
     * @param most rows, but for what the last batch holds besides
     * @param told how many there are by what the system says
     */
    ReadInOrder(KeySource source, long most, OptionalLong told) {
        this.source = source;
        this.most = most;
        this.told = told;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        if (whole || rows >= most) {
            return Either.right(Option.none());
        }
        return source.next().peek(batch -> {
            whole = batch.isEmpty();
            rows += batch.map(TextKeys::size).getOrElse(0);
        });
    }

    @Override
    public SampleFacts facts() {
        return SampleFacts.builder()
                .total(whole ? OptionalLong.empty() : told)
                .whole(whole)
                .fair(false)
                .blocks(true)
                .how(
                        whole
                                ? "in their order"
                                : "in their order up to the budget, since the system offers no way to draw some of them")
                .build();
    }

    @Override
    public void close() {
        source.close();
    }
}

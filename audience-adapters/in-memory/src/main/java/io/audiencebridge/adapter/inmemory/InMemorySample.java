// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyHash;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Some of the things that lie in memory, drawn one by one by the hash of their places. */
final class InMemorySample implements SampledKeys {
    private final KeySource rows;
    private final SampleFacts facts;

    private InMemorySample(KeySource rows, SampleFacts facts) {
        this.rows = rows;
        this.facts = facts;
    }

    static <T> InMemorySample of(List<T> things, SampleBudget budget, Function<List<T>, KeySource> rows) {
        int wanted = (int) budget.of(things.size());
        SampleFacts.Builder facts = SampleFacts.builder().total(things.size());
        if (wanted == things.size()) {
            return new InMemorySample(
                    rows.apply(things), facts.whole(true).how("out of memory").build());
        }
        KeyHash hash = new KeyHash(budget.seed());
        List<T> drawn = IntStream.range(0, things.size())
                .boxed()
                .sorted(Comparator.comparingLong(place -> hash.of(0, place)))
                .limit(wanted)
                .map(things::get)
                .toList();
        return new InMemorySample(
                rows.apply(drawn), facts.how("out of memory, one by one").build());
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return rows.next();
    }

    @Override
    public SampleFacts facts() {
        return facts;
    }

    @Override
    public void close() {
        rows.close();
    }
}

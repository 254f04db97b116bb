// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeySamples;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberSample;
import io.audiencebridge.domain.spi.connector.MemberSamples;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Draws people by chance, without putting anybody back. */
final class Drawn {
    private final People people;
    private final SplittableRandom random;
    private final Map<String, long[]> recipientsByKey = new HashMap<>();

    Drawn(People people, long seed) {
        this.people = people;
        this.random = new SplittableRandom(seed);
    }

    /** The members' system; with {@code whole} it can be read in its order only. */
    Side members(boolean whole) {
        MemberReader reader = this::read;
        MemberSamples samples = this::sample;
        return whole ? new Side(reader) : new Side(reader, samples);
    }

    /** The recipients' system. */
    Side recipients(boolean lookingUp) {
        KeySamples samples = this::sample;
        return lookingUp ? new Side(samples, new LookUp()) : new Side(samples);
    }

    private Either<BridgeError, MemberFeed> read(AudienceRef audience, DataSource dataSource, Call call) {
        return Either.right(new MemberFeed.Ready(
                new Rows(LongStream.range(0, people.rows()), people::member, facts(people.rows(), people.rows()))));
    }

    private Either<BridgeError, MemberSample> sample(
            AudienceRef audience, DataSource dataSource, SampleBudget budget, Call call) {
        long most = budget.of(people.rows());
        return Either.right(new MemberSample.Ready(
                new Rows(numbers(people.rows(), most), this::remembered, facts(most, people.rows()))));
    }

    private Either<BridgeError, Option<SampledKeys>> sample(DataSource dataSource, SampleBudget budget, Call call) {
        long most = budget.of(people.recipients());
        return Either.right(Option.of(
                new Rows(numbers(people.recipients(), most), people::recipient, facts(most, people.recipients()))));
    }

    /** So that the key can be looked up. */
    private void remembered(long row, TextKeysBuilder rows) {
        TextKeysBuilder one = new TextKeysBuilder();
        people.member(row, one);
        TextKeys batch = one.build();
        String key = new String(batch.text(), batch.start(0), batch.end(0), StandardCharsets.UTF_8);
        recipientsByKey.put(key, people.having(row));
        people.member(row, rows);
    }

    private LongStream numbers(long all, long wanted) {
        return wanted == all
                ? LongStream.range(0, all)
                : random.longs(0, all).distinct().limit(wanted);
    }

    private static SampleFacts facts(long read, long all) {
        return SampleFacts.builder()
                .total(all)
                .whole(read == all)
                .how("one by one")
                .build();
    }

    /** Looks keys up that were drawn before. */
    private final class LookUp implements KeyLookups {
        @Override
        public int keysPerCall() {
            return 500;
        }

        @Override
        public Either<BridgeError, KeySource> recipientsWith(TextKeys keys, DataSource dataSource, Call call) {
            LongStream found = LongStream.range(0, keys.size())
                    .mapToObj(row -> new String(
                            keys.text(),
                            keys.start((int) row),
                            keys.end((int) row) - keys.start((int) row),
                            StandardCharsets.UTF_8))
                    .flatMapToLong(key -> LongStream.of(recipientsByKey.getOrDefault(key, new long[0])))
                    .distinct()
                    .sorted();
            return Either.right(new Rows(found, people::recipient, facts(0, 0)));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.KeySamples;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** The keys of in-memory recipients. */
final class InMemoryKeys implements KeyReader, OptOuts, PersonKeys, KeySamples {
    private final InMemoryWorld world;

    InMemoryKeys(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
        return call.check().flatMap(open -> world.audience(list.id())).map(members -> {
            List<InMemoryRecipient> found = members.recipients().stream()
                    .flatMap(id -> world.recipient(id).toJavaStream())
                    .toList();
            return source(found, dataSource);
        });
    }

    @Override
    public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
        return call.check().map(open -> source(world.recipients(), dataSource));
    }

    @Override
    public Either<BridgeError, KeySource> optedOutKeys(DataSource dataSource, Call call) {
        return call.check()
                .map(open -> source(
                        world.recipients().stream()
                                .filter(InMemoryRecipient::optedOut)
                                .toList(),
                        dataSource));
    }

    @Override
    public Either<BridgeError, KeySource> keysOf(RecipientId recipient, DataSource dataSource, Call call) {
        return call.check().map(open -> source(world.recipient(recipient).toJavaList(), dataSource));
    }

    @Override
    public Either<BridgeError, Option<SampledKeys>> sampleKeys(DataSource dataSource, SampleBudget budget, Call call) {
        return call.check()
                .map(open -> Option.of(InMemorySample.of(
                        List.copyOf(world.recipients()), budget, chosen -> source(chosen, dataSource))));
    }

    static KeySource source(Collection<InMemoryRecipient> recipients, DataSource dataSource) {
        return new BatchSource<>(recipients, (recipient, rows) -> add(recipient, dataSource, rows));
    }

    private static void add(InMemoryRecipient recipient, DataSource dataSource, TextKeysBuilder rows) {
        byte marks = recipient.optedOut() ? TextKeys.OPTED_OUT : 0;
        List<String> keys = keys(recipient, dataSource);
        if (keys.isEmpty()) {
            rows.recipient(recipient.id().high(), recipient.id().low()).keyless(marks);
        }
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.recipient(recipient.id().high(), recipient.id().low()).key(text, 0, text.length, marks);
        }
    }

    static List<String> keys(InMemoryRecipient recipient, DataSource dataSource) {
        if (dataSource.key() instanceof Declared declared) {
            String value = recipient.fields().getOrDefault(declared.field(), "");
            return value.isEmpty() ? List.of() : List.of(value);
        }
        return recipient.sourceIds();
    }
}

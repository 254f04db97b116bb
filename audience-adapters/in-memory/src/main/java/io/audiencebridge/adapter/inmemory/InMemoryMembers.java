// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberSample;
import io.audiencebridge.domain.spi.connector.MemberSamples;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Who is in an in-memory audience. What is written is seen at once. */
final class InMemoryMembers implements MemberReader, MemberSamples, MemberWriter {
    private final InMemoryWorld world;

    InMemoryMembers(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call) {
        return call.check().flatMap(open -> world.audience(audience.id())).map(this::feed);
    }

    @Override
    public Either<BridgeError, MemberSample> sampleMembers(
            AudienceRef audience, DataSource dataSource, SampleBudget budget, Call call) {
        return call.check()
                .flatMap(open -> world.audience(audience.id()))
                .map(members -> new MemberSample.Ready(sample(members, budget)));
    }

    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        return call.check()
                .map(open -> world.titled(order.title()).getOrElse(() -> world.create(order.title())))
                .map(members -> PreparedAudience.builder()
                        .audience(members.ref())
                        .timeToLive(world.timeToLive())
                        .build());
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        return Either.right(wanted);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        return call.check()
                .flatMap(open -> world.audience(order.audience().id()))
                .map(members -> new InMemorySink(members, order.change(), world.isOfRecipients()));
    }

    private MemberFeed feed(InMemoryWorld.Members members) {
        return new MemberFeed.Ready(world.isOfRecipients() ? recipients(members.recipients()) : keys(members.keys()));
    }

    private SampledKeys sample(InMemoryWorld.Members members, SampleBudget budget) {
        return world.isOfRecipients()
                ? InMemorySample.of(List.copyOf(members.recipients()), budget, InMemoryMembers::recipients)
                : InMemorySample.of(List.copyOf(members.keys()), budget, InMemoryMembers::keys);
    }

    private static KeySource recipients(Iterable<RecipientId> recipients) {
        return new BatchSource<>(
                recipients, (id, rows) -> rows.recipient(id.high(), id.low()).keyless((byte) 0));
    }

    private static KeySource keys(Iterable<String> keys) {
        return new BatchSource<>(keys, (key, rows) -> {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.key(text, 0, text.length, (byte) 0);
        });
    }
}

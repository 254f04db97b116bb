// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Who is in an in-memory audience. What is written is seen at once. */
final class InMemoryMembers implements MemberReader, MemberWriter {
    private final InMemoryWorld world;

    InMemoryMembers(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call) {
        return call.check().flatMap(open -> world.audience(audience.id())).map(this::feed);
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
        return world.isOfRecipients()
                ? new MemberFeed.Ready(new BatchSource<>(
                        members.recipients(),
                        (id, rows) -> rows.recipient(id.high(), id.low()).keyless((byte) 0)))
                : new MemberFeed.Ready(new BatchSource<>(members.keys(), (key, rows) -> {
                    byte[] text = key.getBytes(StandardCharsets.UTF_8);
                    rows.key(text, 0, text.length, (byte) 0);
                }));
    }
}

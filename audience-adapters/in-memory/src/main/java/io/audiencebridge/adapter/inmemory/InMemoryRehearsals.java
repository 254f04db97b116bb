// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedWrite;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** What {@link InMemoryMembers} would write: one call for an audience, one for a change, no file. */
final class InMemoryRehearsals implements WriteRehearsals {
    private final InMemoryWorld world;

    InMemoryRehearsals(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, RehearsedAudience> prepare(AudienceOrder order, Call call) {
        return call.check()
                .map(open -> world.titled(order.title()))
                .map(found -> new RehearsedAudience(
                        PreparedAudience.builder()
                                .audience(found.map(InMemoryWorld.Members::ref)
                                        .getOrElse(() -> RehearsedAudience.address(world.connection())))
                                .timeToLive(world.timeToLive())
                                .build(),
                        found.isEmpty(),
                        found.isEmpty() ? 1 : 0));
    }

    @Override
    public Either<BridgeError, KeySink<RehearsedWrite>> open(WriteOrder order, Call call) {
        return call.check()
                .flatMap(open -> RehearsedAudience.isNobodys(order.audience())
                        ? Either.right(order.audience())
                        : world.audience(order.audience().id()).map(InMemoryWorld.Members::ref))
                .map(there -> new Sink());
    }

    private static final class Sink implements KeySink<RehearsedWrite> {
        private long rows;

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            rows += batch.size();
            return Either.right(batch.size());
        }

        @Override
        public Either<BridgeError, RehearsedWrite> finish() {
            return Either.right(new RehearsedWrite(rows, Vector.empty(), 1));
        }

        @Override
        public void abort() {
            rows = 0;
        }
    }
}

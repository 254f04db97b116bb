// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Differences of lists that are taken in once the workflows have run. */
final class InMemoryLoader implements MemberLoader {
    private final InMemoryWorld world;
    private final InMemoryWorkflows workflows;

    InMemoryLoader(InMemoryWorld world, InMemoryWorkflows workflows) {
        this.world = world;
        this.workflows = workflows;
    }

    @Override
    public boolean takes(long members) {
        return true;
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(LoadOrder order, Call call) {
        return call.check()
                .flatMap(open -> world.audience(order.list().id()))
                .map(members -> new Sink(members, name(order)));
    }

    @Override
    public Either<BridgeError, LoadState> look(LoadOrder order, Call call) {
        String name = name(order);
        return Either.right(
                workflows.isDone(name)
                        ? new LoadState.Loaded()
                        : workflows.isAsked(name)
                                ? new LoadState.Pending(new Waiting(Instant.EPOCH, "the load has not run yet"))
                                : new LoadState.NotBegun());
    }

    @Override
    public Either<BridgeError, Boolean> discard(LoadOrder order, Call call) {
        return Either.right(workflows.forget(name(order)));
    }

    private static String name(LoadOrder order) {
        return "load " + order.run();
    }

    private final class Sink implements KeySink<WriteSummary> {
        private final InMemoryWorld.Members list;
        private final String name;
        private final Set<RecipientId> entering = new TreeSet<>();
        private final Set<RecipientId> leaving = new TreeSet<>();

        Sink(InMemoryWorld.Members list, String name) {
            this.list = list;
            this.name = name;
        }

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            for (int row = 0; row < batch.size(); row++) {
                (batch.has(row, TextKeys.LEAVING) ? leaving : entering)
                        .add(new RecipientId(batch.recipientHigh(row), batch.recipientLow(row)));
            }
            return Either.right(batch.size());
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            workflows.ask(name, () -> {
                list.recipients().addAll(entering);
                list.recipients().removeAll(leaving);
            });
            return Either.right(new WriteSummary((long) entering.size() + leaving.size(), Vector.of(name)));
        }

        @Override
        public void abort() {
            entering.clear();
            leaving.clear();
        }
    }
}

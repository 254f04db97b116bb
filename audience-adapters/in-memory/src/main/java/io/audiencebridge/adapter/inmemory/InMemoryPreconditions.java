// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.diagnosis.Stage;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** A system without any outside world needs an audience that is there and holds somebody. */
final class InMemoryPreconditions implements Preconditions {
    private static final Precondition AUDIENCE = new Precondition(
            "in-memory.audience", "The audience that members leave is there.", "in-memory README", Stage.LIST);

    private static final Precondition MEMBERS = new Precondition(
            "in-memory.members", "The audience that members leave holds somebody.", "in-memory README", Stage.LIST);

    private final InMemoryWorld world;

    InMemoryPreconditions(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, Seq<CheckOutcome>> check(CheckOrder order, Call call) {
        return call.check()
                .map(open -> order.side() == CheckOrder.Side.SOURCE ? source(order) : Vector.of(target(order)));
    }

    private Seq<CheckOutcome> source(CheckOrder order) {
        Either<BridgeError, InMemoryWorld.Members> found =
                world.audience(order.origin().id());
        if (found.isLeft()) {
            return Vector.of(
                    blocked(AUDIENCE, order, found.getLeft().message(), "Browse the connection for its audiences."),
                    MEMBERS.unseen(order.connection(), "The audience is not there."));
        }
        InMemoryWorld.Members members = found.get();
        int size = members.recipients().size() + members.keys().size();
        return Vector.of(
                AUDIENCE.met(order.connection(), "'" + members.title() + "' is there."),
                size > 0
                        ? MEMBERS.met(order.connection(), "It holds " + size + ".")
                        : blocked(MEMBERS, order, "'" + members.title() + "' is empty.", "Add somebody to it."));
    }

    private CheckOutcome target(CheckOrder order) {
        return AUDIENCE.met(
                order.connection(),
                "'" + order.into() + "' " + (world.titled(order.into()).isDefined() ? "is there." : "will be made."));
    }

    private static CheckOutcome blocked(Precondition precondition, CheckOrder order, String seen, String remedy) {
        return new CheckOutcome.Found(precondition
                .found(order.connection(), Severity.BLOCKS, Certainty.SEEN)
                .seen(seen)
                .expected(precondition.fact())
                .remedy(remedy)
                .build());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.OptOutLeg.Kind;
import io.audiencebridge.domain.spi.connector.OptOutAnswer;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What became of the opt-outs that one service was told.
 *
 * @param connection the service
 * @param standing in how many places they stand
 * @param failures why they do not stand in others
 * @param elsewhere where this service cannot tell of them
 */
record Told(ConnectionName connection, long standing, Seq<BridgeError> failures, Option<String> elsewhere) {
    /** Every order is tried: one id that is refused must not keep the others from being told. */
    static Told of(ConnectionName connection, OptOutCalls service, Seq<OptOutOrder> orders, Call call) {
        long standing = 0;
        Vector<BridgeError> failures = Vector.empty();
        Option<String> elsewhere = Option.none();
        for (OptOutOrder order : orders) {
            Either<BridgeError, OptOutAnswer> answer = call.check().flatMap(open -> service.optOut(order, call));
            if (answer.isLeft()) {
                failures = failures.append(answer.getLeft());
            } else {
                standing += answer.get().standing();
                failures = failures.appendAll(answer.get().failures());
                elsewhere = elsewhere.orElse(Option.ofOptional(answer.get().elsewhere()));
            }
        }
        return new Told(connection, standing, failures, elsewhere);
    }

    /** Whether nobody else need be told. */
    boolean isEverywhere() {
        return failures.isEmpty() && elsewhere.isEmpty();
    }

    /** Adds the leg; {@code everywhere} says that another service told the places that this one cannot. */
    void into(OptOutLegs legs, boolean everywhere) {
        if (!failures.isEmpty()) {
            legs.failed(Kind.TELL, connection.value(), standing, failures.head());
        } else if (elsewhere.isDefined() && !everywhere) {
            legs.pending(Kind.TELL, connection.value(), elsewhere.get());
        } else {
            legs.done(Kind.TELL, connection.value(), standing);
        }
    }
}

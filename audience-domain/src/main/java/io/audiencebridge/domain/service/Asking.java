// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Asks one system what must hold on its side. A system that cannot be asked is one finding, not one for everything that it did not say. */
final class Asking {
    private final Connectors connectors;

    Asking(Connectors connectors) {
        this.connectors = connectors;
    }

    /** Left: {@code InvalidRequest} when there is no such connection; the call's own end. */
    Either<BridgeError, Seq<CheckOutcome>> ask(CheckOrder order, Call call) {
        return call.check()
                .flatMap(open -> connectors.offered(order.connection(), Preconditions.class))
                .flatMap(offered -> ask(offered, order, call));
    }

    private static Either<BridgeError, Seq<CheckOutcome>> ask(
            Option<Preconditions> offered, CheckOrder order, Call call) {
        if (offered.isEmpty()) {
            return Either.right(Vector.of(BridgePreconditions.LOOK.unseen(
                    order.connection(),
                    "The connector of '" + order.connection()
                            + "' does not look at its preconditions; look at the system's own settings")));
        }
        Either<BridgeError, Seq<CheckOutcome>> told = offered.get().check(order, call);
        return told.isRight() ? told : call.check().map(open -> Vector.of(refused(told.getLeft(), order)));
    }

    private static CheckOutcome refused(BridgeError error, CheckOrder order) {
        boolean denied = error instanceof BridgeError.AccessDenied;
        Finding.Builder finding = (denied ? BridgePreconditions.SIGN_IN : BridgePreconditions.CONNECTION)
                .found(order.connection(), Severity.BLOCKS, Certainty.SEEN)
                .seen("Connection '" + order.connection() + "' could not be asked: " + error.message());
        return new CheckOutcome.Found(
                denied
                        ? finding.expected("The system lets the bridge in.")
                                .remedy("Give connection '" + order.connection()
                                        + "' credentials that the system accepts.")
                                .build()
                        : finding.expected("The system answers.")
                                .remedy("Make the address of connection '" + order.connection()
                                        + "' reachable from here, then diagnose again.")
                                .build());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Looks at who opted out here: at how much is remembered, never at whom. */
final class OptOutLook {
    private final Infrastructure infrastructure;

    OptOutLook(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    Seq<CheckOutcome> look(Ends ends) {
        ConnectionName connection = ends.recipients().connection();
        Either<BridgeError, Integer> remembered = remembered();
        Either<BridgeError, SuppressedPeople> readable =
                remembered.flatMap(some -> SuppressedPeople.of(infrastructure));
        if (readable.isLeft()) {
            return Vector.of(blocking(
                    connection,
                    readable.getLeft().message(),
                    "The people who opted out here can be told from others.",
                    "Give the bridge the suppression store and the secret under which they are remembered."));
        }
        int digests = remembered.get();
        if (digests == 0) {
            return Vector.of(BridgePreconditions.OPT_OUTS.met(connection, "Nobody is remembered as opted out here."));
        }
        return Vector.of(
                ends.source().route() == Route.SYSTEM
                        ? blocking(
                                connection,
                                "People opted out here, and the system's own workflows do not know them; the bridge refuses this route.",
                                "A route that leaves out whoever opted out.",
                                "Share by Route.BRIDGE.")
                        : informing(connection, digests));
    }

    private Either<BridgeError, Integer> remembered() {
        return Option.ofOptional(infrastructure.suppressions())
                .map(store -> store.find().map(OptOutLook::size))
                .getOrElse(() -> Either.right(0));
    }

    private static int size(Option<Suppressed> kept) {
        return kept.map(some -> some.digests().size()).getOrElse(0);
    }

    private static CheckOutcome blocking(ConnectionName connection, String seen, String expected, String remedy) {
        return new CheckOutcome.Found(finding(connection, Severity.BLOCKS, seen, expected, remedy));
    }

    private static CheckOutcome informing(ConnectionName connection, int digests) {
        return new CheckOutcome.Found(finding(
                connection,
                Severity.INFORMS,
                "The suppression store holds " + digests + " digests of people who opted out, several a person.",
                "These people are missing, as they asked.",
                "Nothing is to be done."));
    }

    private static Finding finding(
            ConnectionName connection, Severity severity, String seen, String expected, String remedy) {
        return BridgePreconditions.OPT_OUTS
                .found(connection, severity, Certainty.SEEN)
                .seen(seen)
                .expected(expected)
                .remedy(remedy)
                .build();
    }
}

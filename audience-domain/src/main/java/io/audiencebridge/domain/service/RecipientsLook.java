// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.diagnosis.Stage;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Looks at the ids of a bounded number of recipients, as a run would: of the list that is exported, of everybody where a list is filled. Says how many have one that can travel, and
 * never which. What blocks at that end already is the cause if the ids cannot be read.
 */
final class RecipientsLook {
    private static final String EMPTY = "Add recipients, or take another list.";

    /** Recipients read at the most; a page of most systems. */
    static final int MOST = 10_000;

    private static final Seq<Stage> NEEDED = Vector.of(Stage.SIGN_IN, Stage.ROLES, Stage.LIST, Stage.PEOPLE);

    private final Connectors connectors;

    RecipientsLook(Connectors connectors) {
        this.connectors = connectors;
    }

    /** Left: the call's own end. */
    Either<BridgeError, Seq<CheckOutcome>> look(Ends ends, Seq<CheckOutcome> told, Call call) {
        CheckOrder order = ends.recipients();
        if (!ends.violations().isEmpty()) {
            return Either.right(
                    unseen(order, "The request is unsound, so that no id can be checked; correct it first"));
        }
        Option<CheckOutcome> before = told.find(outcome -> isInTheWay(outcome, order));
        if (before.isDefined()) {
            return Either.right(unseen(
                    order, "Recipients were not read, since " + before.get().precondition() + " does not hold"));
        }
        return connectors
                .offered(order.connection(), KeyReader.class)
                .flatMap(offered -> offered.isEmpty()
                        ? Either.right(unseen(order, "Connection '" + order.connection() + "' offers no keys to read"))
                        : look(offered.get(), order, ends, call));
    }

    private static boolean isInTheWay(CheckOutcome outcome, CheckOrder order) {
        return outcome instanceof CheckOutcome.Found found
                && found.connection().equals(order.connection())
                && found.finding().severity() == Severity.BLOCKS
                && NEEDED.contains(found.precondition().stage());
    }

    private static Either<BridgeError, Seq<CheckOutcome>> look(KeyReader keys, CheckOrder order, Ends ends, Call call) {
        DataSource source = order.dataSource()
                .orElseGet(() -> DataSource.builder().id(1).key(ends.key()).build());
        boolean list = ends.direction() == Direction.EXPORT;
        Either<BridgeError, KeySource> opened =
                list ? keys.keysOf(order.origin(), source, call) : keys.allKeys(source, call);
        Either<BridgeError, PeopleCount> counted = opened.flatMap(rows -> {
            try (rows) {
                return PeopleCount.of(rows, ends.key(), MOST);
            }
        });
        return call.check()
                .map(open -> counted.isLeft()
                        ? unseen(
                                order,
                                "Recipients could not be read: "
                                        + counted.getLeft().message())
                        : Vector.of(told(counted.get(), order, ends.key(), list)));
    }

    private static CheckOutcome told(PeopleCount people, CheckOrder order, ReconciliationKey key, boolean list) {
        String where = list ? "of list " + order.origin() : "of connection '" + order.connection() + "'";
        String read = (people.isAll() ? "All " : "The first ") + people.read() + " recipients " + where + ": "
                + people.sound() + " have an id that can travel, " + people.keyless() + " have none, "
                + people.invalid() + " have invalid ones, " + people.optedOut() + " opted out.";
        if (people.sound() > 0) {
            return !list || people.sound() * 2 >= people.read()
                    ? BridgePreconditions.KEYS.met(order.connection(), read)
                    : found(order, Severity.WEAKENS, Certainty.SEEN, read, remedy(people, key));
        }
        if (people.read() == 0) {
            return found(order, Severity.BLOCKS, Certainty.SEEN, "There is no recipient " + where + ".", EMPTY);
        }
        return people.isAll()
                ? found(order, Severity.BLOCKS, Certainty.SEEN, read, remedy(people, key))
                : found(order, Severity.WEAKENS, Certainty.LIKELY, read, remedy(people, key));
    }

    private static String remedy(PeopleCount people, ReconciliationKey key) {
        if (people.optedOut() >= people.keyless() && people.optedOut() >= people.invalid()) {
            return "Nothing is to be done for whoever opted out; take a list of people who did not.";
        }
        boolean byVisitor = key instanceof ReconciliationKey.Visitor;
        if (people.keyless() >= people.invalid()) {
            return byVisitor
                    ? "Let the people click in an e-mail whose tracking server stands in the web site's domain; that links them with a visitor id."
                    : "Fill the key's field for these recipients, or take a data source with another key.";
        }
        return byVisitor
                ? "Let the tracking server and the visitor ID service write Experience Cloud ids of 38 digits, not old cookie values."
                : "Correct the form of the key: what the field holds is not what the data source says it is.";
    }

    private static CheckOutcome found(
            CheckOrder order, Severity severity, Certainty certainty, String seen, String remedy) {
        return new CheckOutcome.Found(BridgePreconditions.KEYS
                .found(order.connection(), severity, certainty)
                .seen(seen)
                .expected("Recipients with a valid id of the data source's kind who did not opt out.")
                .remedy(remedy)
                .build());
    }

    private static Seq<CheckOutcome> unseen(CheckOrder order, String because) {
        return Vector.of(BridgePreconditions.KEYS.unseen(order.connection(), because));
    }
}

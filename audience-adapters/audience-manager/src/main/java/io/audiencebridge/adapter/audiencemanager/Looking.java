// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** One look at the preconditions of an order: what was seen so far, and whether anything stands in the members' way. For one thread. */
final class Looking {
    private final Company company;
    private final CheckOrder order;
    private final DataSource dataSource;
    private final Call call;
    private Vector<CheckOutcome> outcomes = Vector.empty();
    private Vector<BridgeError> failures = Vector.empty();
    private Vector<String> forbidden = Vector.empty();
    private boolean blocked;
    private boolean answered;

    Looking(Company company, CheckOrder order, DataSource dataSource, Call call) {
        this.company = company;
        this.order = order;
        this.dataSource = dataSource;
        this.call = call;
    }

    Company company() {
        return company;
    }

    CheckOrder order() {
        return order;
    }

    DataSource dataSource() {
        return dataSource;
    }

    Call call() {
        return call;
    }

    /** The time by which Audience Manager tells how old a thing is. */
    Instant now() {
        return company.systemTime(company.clock().instant());
    }

    boolean exports() {
        return order.direction() == Direction.EXPORT;
    }

    boolean isVisitor() {
        return dataSource.key() instanceof Visitor;
    }

    void met(Precondition precondition, String seen) {
        outcomes = outcomes.append(precondition.met(order.connection(), seen));
    }

    void unseen(Precondition precondition, String because) {
        outcomes = outcomes.append(precondition.unseen(order.connection(), because));
    }

    /** Something that nobody passes. */
    void blocks(Precondition precondition, Certainty certainty, Told told) {
        blocked = true;
        found(precondition, Severity.BLOCKS, certainty, told);
    }

    void weakens(Precondition precondition, Certainty certainty, Told told) {
        found(precondition, Severity.WEAKENS, certainty, told);
    }

    void informs(Precondition precondition, Certainty certainty, Told told) {
        found(precondition, Severity.INFORMS, certainty, told);
    }

    private void found(Precondition precondition, Severity severity, Certainty certainty, Told told) {
        outcomes = outcomes.append(new CheckOutcome.Found(precondition
                .found(order.connection(), severity, certainty)
                .seen(told.seen())
                .expected(told.expected())
                .remedy(told.remedy())
                .build()));
    }

    /** Whether something was found that nobody passes: what is missing behind it is no news. */
    boolean blocked() {
        return blocked;
    }

    /** An answer of {@code area}; none, and the precondition unseen, when it was refused or lost. */
    <T> Option<T> answer(String area, Precondition precondition, Either<BridgeError, T> answer) {
        if (answer.isRight()) {
            answered = true;
            return answer.toOption();
        }
        BridgeError error = answer.getLeft();
        failures = failures.append(error);
        if (isForbidden(error)) {
            forbidden = forbidden.append(area).distinct();
        }
        unseen(precondition, error.message());
        return Option.none();
    }

    private static boolean isForbidden(BridgeError error) {
        return error instanceof BridgeError.AccessDenied
                && error.incident()
                        .system()
                        .filter(SystemId.AUDIENCE_MANAGER::equals)
                        .isPresent();
    }

    /** Areas of the API that the account may not see. */
    Seq<String> forbidden() {
        return forbidden;
    }

    /** Why nothing at all could be looked at, if so; that it is forbidden is something to look at. */
    Option<BridgeError> failure() {
        return answered ? Option.none() : failures.find(error -> !isForbidden(error));
    }

    Seq<CheckOutcome> outcomes() {
        return outcomes;
    }

    /**
     * The sentences of a finding.
     *
     * @param seen what was seen, naming the value
     * @param expected what was expected
     * @param remedy what to do
     */
    record Told(String seen, String expected, String remedy) {}
}

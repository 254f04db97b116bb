// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Option;

/**
 * What is looked at, and how grave it is if it does not hold.
 *
 * @param order what is, or would be, shared
 */
public record Situation(CheckOrder order) {
    ConnectionName at() {
        return order.connection();
    }

    /** Whether a list is exported; else one is filled. */
    public boolean isExport() {
        return order.direction() == Direction.EXPORT;
    }

    /** Whether the objects of Campaign's integration have to do with it at all. */
    public boolean isOfIntegration() {
        return order.direction() != Direction.RECEIVE && dataSource().isDefined();
    }

    boolean isByWorkflows() {
        return order.route() == Route.SYSTEM;
    }

    public Option<DataSource> dataSource() {
        return Option.ofOptional(order.dataSource());
    }

    /** By visitor id; false too when a Platform audience is received. */
    public boolean isByVisitor() {
        return dataSource().exists(source -> source.key() instanceof ReconciliationKey.Visitor);
    }

    /** Of what only Campaign's own workflows need: without them it is good to know and no more. */
    Severity ofWorkflows() {
        return isByWorkflows() ? Severity.BLOCKS : Severity.INFORMS;
    }

    CheckOutcome met(Precondition precondition, String seen) {
        return precondition.met(at(), seen);
    }

    CheckOutcome unseen(Precondition precondition, String because) {
        return precondition.unseen(at(), because);
    }

    CheckOutcome unseen(Precondition precondition, BridgeError error) {
        return unseen(precondition, "It could not be looked at: " + error.message());
    }

    CheckOutcome found(Precondition precondition, Severity severity, Certainty certainty, String seen, String remedy) {
        return new CheckOutcome.Found(precondition
                .found(at(), severity, certainty)
                .seen(seen)
                .expected(precondition.fact())
                .remedy(remedy)
                .build());
    }
}

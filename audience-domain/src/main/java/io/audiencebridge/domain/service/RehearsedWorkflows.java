// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.OptionalLong;

/** Orders nothing: what the system's own workflow will count is known to nobody before it has run. */
final class RehearsedWorkflows implements SharingWorkflows {
    private final ConnectionName name;
    private final Planned planned;
    private final Instant now;

    RehearsedWorkflows(ConnectionName name, Planned planned, Instant now) {
        this.name = name;
        this.planned = planned;
        this.now = now;
    }

    @Override
    public Either<BridgeError, Ordered> orderImport(ImportOrder order, Call call) {
        return ordered(RehearsedAudience.address(order.into()));
    }

    @Override
    public Either<BridgeError, WorkflowState> lookAtImport(ImportOrder order, Ordered ordered, Call call) {
        return done(ordered);
    }

    @Override
    public Either<BridgeError, Ordered> orderExport(ExportOrder order, Call call) {
        return ordered(order.list());
    }

    @Override
    public Either<BridgeError, WorkflowState> lookAtExport(ExportOrder order, Ordered ordered, Call call) {
        return done(ordered);
    }

    private Either<BridgeError, Ordered> ordered(AudienceRef list) {
        planned.wrote(name, 1);
        planned.notice("The workflow of '" + name
                + "' would be ordered once; whom it carries, it tells once it has run, so this preview counts nobody");
        return Either.right(new Ordered(list, now));
    }

    private static Either<BridgeError, WorkflowState> done(Ordered ordered) {
        return Either.right(
                new WorkflowState.Done(new WorkflowReport(ordered.at(), OptionalLong.empty(), OptionalLong.empty())));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.vavr.control.Either;
import java.time.Instant;

/** Shares by Campaign's own workflows (SEMANTICS S22): an import by a bound list, an export by a workflow that the instance's people built. */
public final class OwnWorkflows implements SharingWorkflows, OrderTimes {
    private final OwnImport imports;
    private final OwnExport exports;

    /** Both directions. */
    public OwnWorkflows(OwnImport imports, OwnExport exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @Override
    public Either<BridgeError, Instant> beforeImport(ImportOrder order, Call call) {
        return imports.before(order, call);
    }

    @Override
    public Either<BridgeError, Instant> beforeExport(ExportOrder order, Call call) {
        return exports.before(order, call);
    }

    @Override
    public Either<BridgeError, Ordered> orderImport(ImportOrder order, Call call) {
        return imports.order(order, call);
    }

    @Override
    public Either<BridgeError, WorkflowState> lookAtImport(ImportOrder order, Ordered ordered, Call call) {
        return imports.look(ordered, call);
    }

    @Override
    public Either<BridgeError, Ordered> orderExport(ExportOrder order, Call call) {
        return exports.order(order, call);
    }

    @Override
    public Either<BridgeError, WorkflowState> lookAtExport(ExportOrder order, Ordered ordered, Call call) {
        return exports.look(order, ordered, call);
    }

    /** The record that stands for the data source: here one that is not there is a mistake in the request. */
    static Either<BridgeError, AmcDataSource> dataSource(AmcDataSourceRecords records, long id, Call call) {
        return records.of(id, call)
                .mapLeft(error -> error instanceof BridgeError.NotFound
                        ? BridgeError.InvalidRequest.of("dataSource.id", error.message())
                        : error);
    }

    /** The list by its id, whatever it was named by. */
    static AudienceRef byId(AudienceRef list, String id) {
        return new AudienceRef(list.connection(), id);
    }
}

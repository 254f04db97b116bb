// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A share of the bridge's own, as the journal has it.
 *
 * @param record the run
 * @param request what was asked for
 * @param audience into which audience
 */
record SharedBefore(RunRecord record, ShareRequest request, AudienceRef audience) {
    /** All shares of which something may have been written, oldest first. A record that cannot be read is passed over: nothing can be resumed from it either. */
    static Either<BridgeError, Seq<SharedBefore>> all(Infrastructure infrastructure) {
        return infrastructure.journal().all().map(records -> records.flatMap(record -> of(record, infrastructure)));
    }

    private static Option<SharedBefore> of(RunRecord record, Infrastructure infrastructure) {
        if (!ShareFacts.isShare(record.facts())) {
            return Option.none();
        }
        Option<String> id = Option.of(record.facts().get(ShareSteps.AUDIENCE_ID));
        return ShareFacts.read(record.facts(), infrastructure.declaredIdCiphers())
                .toOption()
                .filter(request -> request.route() == Route.BRIDGE)
                .flatMap(request ->
                        id.map(known -> new SharedBefore(record, request, new AudienceRef(request.to(), known))));
    }

    LedgerKey page() {
        return new LedgerKey(audience, request.dataSource().id());
    }

    AudienceOrder order() {
        return new AudienceOrder(request.to(), request.audience(), request.dataSource());
    }

    /** Whether members of it are on their way now, of whom the ledger does not say yet that they were shared. */
    boolean isAtWork() {
        return record.state() == RunState.TRANSFERRING;
    }
}

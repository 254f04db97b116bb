// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunPage;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.control.Either;

/** Looks whether a bridge is open and its journal can be read. Asks no system: a system that is away is no reason to restart an application, and a probe that signs in every second is one to be locked out. */
final class BridgeHealth {
    private final AudienceBridge bridge;

    BridgeHealth(AudienceBridge bridge) {
        this.bridge = bridge;
    }

    /**
     * What was seen.
     *
     * @param up whether runs can be written down
     * @param detail in words, without names of audiences, lists and people
     */
    record Seen(boolean up, String detail) {}

    Seen look() {
        Either<BridgeError, RunPage> newest =
                bridge.attempts().runs(RunQuery.builder().pageSize(1).build());
        return newest.fold(
                error -> new Seen(false, error.message()),
                page -> new Seen(
                        true,
                        page.runs()
                                .headOption()
                                .map(run -> "the last run is " + run.receipt().state())
                                .getOrElse("no run yet")));
    }
}

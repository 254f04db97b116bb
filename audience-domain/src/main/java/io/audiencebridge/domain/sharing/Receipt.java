// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A snapshot of a run: how far it came and what became of everybody. */
@HouseValue
@Value.Immutable
public interface Receipt {
    /** Which run. */
    RunId run();

    /** How far it came. */
    RunState state();

    /** Who carries the members. */
    @Value.Default
    default Route route() {
        return Route.BRIDGE;
    }

    /** What it waits for, while it waits. */
    Optional<Waiting> waiting();

    /** The counts of an export, once it is delivered. */
    Optional<ExportTally> exported();

    /** The counts of an import, once it is delivered. */
    Optional<ImportTally> imported();

    /** By which route members were matched with recipients, why, and what it took; of imports and of receiving, once that was decided. */
    Optional<MatchPlan> matched();

    /** The counts of a synchronisation of ids, once it is delivered. */
    Optional<SyncTally> synced();

    /** What the receiving system says it stored, once it says so; only of exports. */
    Optional<StoredTally> stored();

    /** How the kept membership changed, of imports from deliveries. */
    Optional<MembershipTally> membership();

    /** What became of the rows of a Platform audience's exports; only of receiving. */
    Optional<EventTally> events();

    /** What the caller should know, a sentence each: what could not be checked, what is missing, what was refused. */
    List<String> notices();

    /** What the system's own workflow told, once it is done; only of {@link Route#SYSTEM}. */
    Optional<WorkflowReport> workflow();

    /** Names of the files written, if any. */
    List<String> files();

    /** When the members can be seen once they are handed over, or what is waited for is due. */
    Optional<FreshnessWindow> visible();

    /** Since when what is waited for is late, once that was noticed. */
    Optional<Instant> late();

    /** What ends by itself, soonest first; empty until the members are handed over. */
    List<Expiry> expiries();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds receipts. */
    final class Builder extends ImmutableReceipt.Builder {
        Builder() {}
    }
}

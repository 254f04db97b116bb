// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import org.immutables.value.Value;

/** Asks to delete what a bridge need not keep any more. Deletes nothing unless {@link #dryRun()} is set to false. */
@HouseValue
@Value.Immutable
public interface PurgeRequest {
    /** For how long things are kept. */
    @Value.Default
    default RetentionPolicy policy() {
        return RetentionPolicy.standard();
    }

    /** Whether to say only what would go; true by default. */
    @Value.Default
    default boolean dryRun() {
        return true;
    }

    /**
     * Audiences that are over. All that is known of them goes, whatever its age: runs, ledger, memberships, event states. Should one of them be shared again after all, everybody
     * is sent again (SEMANTICS S14).
     */
    List<AudienceRef> endedAudiences();

    /** Whether everybody who opted out is forgotten too; false by default. Whoever sets it shares these people again. */
    @Value.Default
    default boolean forgetOptOuts() {
        return false;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutablePurgeRequest.Builder {
        Builder() {}
    }
}

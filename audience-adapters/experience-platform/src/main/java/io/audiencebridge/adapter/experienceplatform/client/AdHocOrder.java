// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Audiences that are to be exported at once, beside their schedule. */
@HouseValue
@Value.Immutable
public interface AdHocOrder {
    /** The flow that exports them. */
    String flow();

    /** The audiences' ids; of external audiences the system's id, see {@link AudienceActivation#systemSegmentId()}. */
    List<String> audiences();

    /** Export jobs, which the first version of the call wants; where there are any, that version is used. None by default: the second version. */
    List<String> exportJobs();

    /** When the youngest of the audiences was activated, if that is known: an hour must pass before the call works. */
    Optional<Instant> activated();

    /** Those audiences of that flow. */
    static AdHocOrder of(String flow, String... audiences) {
        return builder().flow(flow).addAudiences(audiences).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableAdHocOrder.Builder {
        Builder() {}
    }
}

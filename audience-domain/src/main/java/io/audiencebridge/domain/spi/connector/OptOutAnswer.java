// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of an opt-out at a system. */
@HouseValue
@Value.Immutable
public interface OptOutAnswer {
    /** In how many places it stands; 1 for a system without regions. */
    int standing();

    /** Why it does not stand in the others, one each; repeat the opt-out as long as there is one. */
    List<BridgeError> failures();

    /** Where this connection cannot tell of it, and who can, a sentence; empty when it stands everywhere once nothing failed. */
    Optional<String> elsewhere();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds answers. */
    final class Builder extends ImmutableOptOutAnswer.Builder {
        Builder() {}
    }
}

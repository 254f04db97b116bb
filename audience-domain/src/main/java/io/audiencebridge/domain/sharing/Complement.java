// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** Who could not be shared, in distinct recipients, each with one reason: the first that holds (SEMANTICS S13). */
@HouseValue
@Value.Immutable
public interface Complement {
    /** Opted out, or share every key with somebody who did (S23). */
    long optedOut();

    /** Have keys, none of them valid. */
    long invalid();

    /** Have no visitor id. */
    long noVisitorId();

    /** Have no declared id. */
    long noDeclaredId();

    /** All of them. */
    default long total() {
        return optedOut() + invalid() + noVisitorId() + noDeclaredId();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds tallies. */
    final class Builder extends ImmutableComplement.Builder {
        Builder() {}
    }
}

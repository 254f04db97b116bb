// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** A row that was rejected. */
@HouseValue
@Value.Immutable
public interface RejectedRow {
    /** The name of its file. */
    String file();

    /** The line it begins on, from 1 on. */
    long line();

    /** Why. */
    RejectReason reason();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rejected rows. */
    final class Builder extends ImmutableRejectedRow.Builder {
        Builder() {}
    }
}

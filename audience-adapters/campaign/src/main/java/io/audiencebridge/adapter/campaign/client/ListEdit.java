// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** What changes about a list, members apart; what is empty stays as it is. */
@HouseValue
@Value.Immutable
public interface ListEdit {
    /** Its new title. */
    Optional<String> label();

    /** What it is for now. */
    Optional<String> description();

    /** The folder that it moves to, by its id or internal name. */
    Optional<String> folder();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds edits. */
    final class Builder extends ImmutableListEdit.Builder {
        Builder() {}
    }
}

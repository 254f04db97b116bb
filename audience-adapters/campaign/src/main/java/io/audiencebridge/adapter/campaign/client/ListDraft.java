// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A list to be created. */
@HouseValue
@Value.Immutable
public interface ListDraft {
    /** Its title, for people. */
    String label();

    /** Its internal name: letters, digits and underscores, dots and hyphens inside; Campaign makes one, such as {@code LST260}, if empty. */
    Optional<String> name();

    /** What it is for. */
    Optional<String> description();

    /** The folder that it shall stand in, by its id or internal name; the connection's {@code listFolder} or else Campaign decides if empty. */
    Optional<String> folder();

    /** A list with this title, all else left to Campaign. */
    static ListDraft labelled(String label) {
        return builder().label(label).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableListDraft.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A list as Campaign holds it ({@code nms:group}). Source: Campaign Classic, "Lists", "Database cleanup workflow". */
@HouseValue
@Value.Immutable
public interface CampaignList {
    /** Its id, a whole number as text; a UUID on some v8 deployments. */
    String id();

    /** Its internal name, such as {@code LST260}; unique. */
    String name();

    /** Its title, for people; several lists may have the same. */
    String label();

    /** What it is for, possibly empty. */
    @Value.Default
    default String description() {
        return "";
    }

    /** The id of the folder that it stands in, possibly empty. */
    @Value.Default
    default String folderId() {
        return "";
    }

    /** The label of the folder that it stands in, possibly empty. */
    @Value.Default
    default String folder() {
        return "";
    }

    /** Where its members are kept. */
    Kind kind();

    /** Whether it is there to stay. */
    State state();

    /** When it was created. */
    Optional<Instant> created();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** When Campaign's clean-up deletes it; empty for never. */
    Optional<Instant> expires();

    /** Members, in recipients; empty where nobody asked for it, or where Campaign cannot say. */
    OptionalLong size();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds lists. */
    final class Builder extends ImmutableCampaignList.Builder {
        Builder() {}
    }

    /** Where a list's members are kept, which decides what can be done with it. */
    enum Kind {
        /** In the relation table of recipients and lists: they can be read and changed. */
        RECIPIENTS,
        /** In a table of the list's own, as workflows make them: they can be read, and only a workflow changes them. */
        OWN_TABLE,
        /** In a file. */
        FILE,
        /** Nowhere: it is a template for new lists. */
        TEMPLATE,
        /** In a way that this client does not know. */
        UNKNOWN
    }

    /** Whether a list is there to stay. */
    enum State {
        /** It is. */
        PRESENT,
        /** Its time is over: the next clean-up deletes it with its members, so nothing is written to it any more. */
        EXPIRED,
        /** It was deleted and only waits for the clean-up. */
        DELETED
    }
}

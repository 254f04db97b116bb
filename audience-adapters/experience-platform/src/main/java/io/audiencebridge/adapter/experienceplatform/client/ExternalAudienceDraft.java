// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import org.immutables.value.Value;

/** An audience that comes to Platform in a file. */
@HouseValue
@Value.Immutable
public interface ExternalAudienceDraft {
    /** Its name. */
    String name();

    /** What it is for; nothing by default. */
    @Value.Default
    default String description() {
        return "";
    }

    /** What a row holds. */
    List<ExternalField> fields();

    /** The file or folder. */
    String path();

    /** Whether that is a folder; false by default. */
    @Value.Default
    default boolean folder() {
        return false;
    }

    /** The connection to the storage where it lies. */
    String baseConnection();

    /** How many days members stay, 1 to 90; 30 by default. */
    @Value.Default
    default int daysToLive() {
        return 30;
    }

    /** Where it comes from; {@code CustomerAudienceUpload} by default. */
    @Value.Default
    default String namespace() {
        return "CustomerAudienceUpload";
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableExternalAudienceDraft.Builder {
        Builder() {}
    }
}

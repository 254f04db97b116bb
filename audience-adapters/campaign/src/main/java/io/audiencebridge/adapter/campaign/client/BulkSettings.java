// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/**
 * How large bases travel as files: which file exchange of the bridge both sides reach, and which workflows of the instance write and read its files. The two
 * workflows are the instance's own; the README of this adapter says what they must do. From which number on files are worth it, decides the speed of the
 * instance: row by row some thousand recipients a second are read, and some hundred members a second written.
 *
 * <p>Source: Campaign Classic, "Data loading (file)", "Data extraction (file)": volume belongs into workflows.
 */
@HouseValue
@Value.Immutable
public interface BulkSettings {
    /** The name of the file exchange, as the bridge was given it; {@code campaign-bulk} by default. */
    @Value.Default
    default String exchange() {
        return "campaign-bulk";
    }

    /** The internal name of the workflow that extracts keys; {@code extractRecipientKeys} by default. */
    @Value.Default
    default String extractWorkflow() {
        return "extractRecipientKeys";
    }

    /** The internal name of the workflow that loads members; {@code loadMemberships} by default. */
    @Value.Default
    default String loadWorkflow() {
        return "loadMemberships";
    }

    /** Recipients from which keys are extracted, not read row by row; one million by default. */
    @Value.Default
    default long recipientsFrom() {
        return 1_000_000;
    }

    /** Members to enter or to leave from which a list is loaded, not written row by row; 50,000 by default. */
    @Value.Default
    default long changesFrom() {
        return 50_000;
    }

    /** All defaults. */
    static BulkSettings standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableBulkSettings.Builder {
        Builder() {}
    }
}

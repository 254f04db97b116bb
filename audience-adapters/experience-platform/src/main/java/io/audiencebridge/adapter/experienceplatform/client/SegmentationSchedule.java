// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** When something of the Segmentation Service is done by itself. */
@HouseValue
@Value.Immutable
public interface SegmentationSchedule {
    /** Its id. */
    String id();

    /** Its name. */
    @Value.Default
    default String name() {
        return "";
    }

    /** {@code batch_segmentation} or {@code export}. */
    Optional<String> type();

    /** When, as a Quartz cron expression. */
    Optional<String> cron();

    /** Whether it is in force. */
    @Value.Default
    default boolean active() {
        return true;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds schedules. */
    final class Builder extends ImmutableSegmentationSchedule.Builder {
        Builder() {}
    }
}

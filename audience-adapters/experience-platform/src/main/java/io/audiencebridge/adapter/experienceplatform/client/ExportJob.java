// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A job that writes profiles into a dataset. */
@HouseValue
@Value.Immutable
public interface ExportJob {
    /** Its number. */
    long id();

    /** How far it is. */
    SegmentationState state();

    /** The dataset it writes to. */
    Optional<String> datasetId();

    /** How long it took in all; empty until it is done. */
    Optional<Duration> took();

    /** Why it failed. */
    List<RunNotice> errors();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds jobs. */
    final class Builder extends ImmutableExportJob.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** An evaluation of segments. */
@HouseValue
@Value.Immutable
public interface SegmentJob {
    /** Its id. */
    String id();

    /** How far it is. */
    SegmentationState state();

    /** The segments' ids. */
    List<String> segments();

    /** What it found, by the segments' ids; empty until it is done. */
    Map<String, SegmentCounts> counts();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds jobs. */
    final class Builder extends ImmutableSegmentJob.Builder {
        Builder() {}
    }
}

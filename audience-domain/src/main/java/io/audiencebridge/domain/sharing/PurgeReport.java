// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/** What went, or would go. */
@HouseValue
@Value.Immutable
public interface PurgeReport {
    /** Whether nothing was deleted, and all this would be. */
    boolean dryRun();

    /** The things, by kind and name. */
    List<PurgedThing> things();

    /** How many things were looked at and stay. */
    long kept();

    /** What the caller should know, a sentence each: what cannot be purged by the bridge, or what follows. */
    List<String> notices();

    /** How many things of each kind go. */
    default Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        things().forEach(thing -> counts.merge(thing.kind(), 1L, Long::sum));
        return counts;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds reports. */
    final class Builder extends ImmutablePurgeReport.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** How many members would be matched, measured on samples of both sides. Holds no id. */
@HouseValue
@Value.Immutable
public interface Forecast {

    /** Rows that were read of the members' side. */
    long membersRead();

    /** Rows of members in all, where the source says so or they can be estimated. */
    OptionalLong members();

    /** Recipients who were read, each with all keys; also those whom looking keys up brought. */
    long recipientsRead();

    /** Recipients in all, where the source says so. */
    OptionalLong recipients();

    /** At which confidence the intervals hold. */
    double confidence();

    /** Share of the members' rows that match a recipient, 0 to 1. */
    Interval matchRate();

    /** People whom the list would hold. */
    Interval listSize();

    /** How it was measured, and how far that can be trusted, in a sentence or two. */
    String trust();

    /** Transformations that would raise the rate, the best first. */
    List<NearMiss> nearMisses();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds forecasts. */
    final class Builder extends ImmutableForecast.Builder {
        Builder() {}
    }
}

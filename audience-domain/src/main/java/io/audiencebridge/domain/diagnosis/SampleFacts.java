// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.HouseValue;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What a sample was a sample of. */
@HouseValue
@Value.Immutable
public interface SampleFacts {
    /** How many there are in all: people on the recipients' side, rows on the members'; empty where nobody can say. */
    OptionalLong total();

    /** By which share of it the total may be wrong; 0 when it was counted. */
    @Value.Default
    default double totalError() {
        return 0;
    }

    /** Whether everything was read; then it is no sample. */
    @Value.Default
    default boolean whole() {
        return false;
    }

    /** Whether each batch is a block of neighbours, which may be more alike than rows that were drawn one by one. */
    @Value.Default
    default boolean blocks() {
        return false;
    }

    /** Whether everybody had the same chance to be read; if not, {@link #how} says who had not. */
    @Value.Default
    default boolean fair() {
        return true;
    }

    /** How it was drawn, the end of a sentence that begins with "read", such as {@code from 40 windows of primary keys}. No id is in it. */
    String how();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    final class Builder extends ImmutableSampleFacts.Builder {
        Builder() {}
    }
}

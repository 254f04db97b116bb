// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.files.OutboundSettings;
import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import org.immutables.value.Value;

/** One destination's files, where they differ from those of the connection's others; they take the place of all settings named {@code outbound...}. */
@HouseValue
@Value.Immutable
public interface DestinationSettings {
    /** The destination (order). */
    long id();

    /** As {@link AudienceManagerSettings#outboundPrefix()}. */
    @Value.Default
    default String prefix() {
        return OutboundSettings.standard().prefix();
    }

    /** As {@link AudienceManagerSettings#outboundNames()}. */
    @Value.Default
    default String names() {
        return OutboundSettings.DEFAULT_NAMES;
    }

    /** As {@link AudienceManagerSettings#outboundRows()}. */
    @Value.Default
    default String rows() {
        return OutboundSettings.standard().rows();
    }

    /** As {@link AudienceManagerSettings#outboundStampDigits()}. */
    @Value.Default
    default int stampDigits() {
        return OutboundSettings.standard().stampDigits();
    }

    /** As {@link AudienceManagerSettings#outboundHeaderLines()}. */
    @Value.Default
    default int headerLines() {
        return OutboundSettings.standard().headerLines();
    }

    /** As {@link AudienceManagerSettings#outboundFirstPartNumbered()}. */
    @Value.Default
    default boolean firstPartNumbered() {
        return OutboundSettings.standard().firstPartNumbered();
    }

    /** As {@link AudienceManagerSettings#outboundControlFileRequired()}. */
    @Value.Default
    default boolean controlFileRequired() {
        return OutboundSettings.standard().controlFileRequired();
    }

    /** As {@link AudienceManagerSettings#outboundFirstIncrementIsFull()}. */
    @Value.Default
    default boolean firstIncrementIsFull() {
        return OutboundSettings.standard().firstIncrementIsFull();
    }

    /** As {@link AudienceManagerSettings#outboundEvery()}. */
    @Value.Default
    default Duration every() {
        return OutboundSettings.standard().every();
    }

    /** The defaults for the destination {@code id}. */
    static DestinationSettings of(long id) {
        return builder().id(id).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableDestinationSettings.Builder {
        Builder() {}
    }
}

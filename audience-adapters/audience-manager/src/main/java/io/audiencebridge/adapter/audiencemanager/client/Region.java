// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** A place where Audience Manager collects data. */
@HouseValue
@Value.Immutable
public interface Region {
    /** Its number, as data collection answers it. */
    long id();

    /** Where it is. */
    String location();

    /** The host that collects there, such as {@code irl1.demdex.net}. */
    String host();

    /** Its short name, such as {@code USE}. */
    String code();

    /** Whether it is in use. */
    boolean active();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds regions. */
    final class Builder extends ImmutableRegion.Builder {
        Builder() {}
    }
}

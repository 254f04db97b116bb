// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** A derived signal as Audience Manager has it: whoever sends the source key and value counts as sending the target key and value, too. */
@HouseValue
@Value.Immutable
@SuppressWarnings("immutables:subtype") // never compared with a draft
public interface DerivedSignal extends DerivedSignalDraft {
    /** Its number. */
    long id();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds signals. */
    final class Builder extends ImmutableDerivedSignal.Builder {
        Builder() {}
    }
}

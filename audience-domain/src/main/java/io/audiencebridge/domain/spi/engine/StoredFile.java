// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import org.immutables.value.Value;

/** A file in an exchange. */
@HouseValue
@Value.Immutable
public interface StoredFile {
    /** Its name, folders included. */
    String name();

    /** Its size in bytes. */
    long size();

    /** When it was stored. */
    Instant modified();

    /** Tells contents apart: the same text for the same content (SEMANTICS S27). */
    String contentTag();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds files. */
    final class Builder extends ImmutableStoredFile.Builder {
        Builder() {}
    }
}

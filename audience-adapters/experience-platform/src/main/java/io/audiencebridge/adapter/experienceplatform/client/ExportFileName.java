// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What a file name says by its template. */
@HouseValue
@Value.Immutable
public interface ExportFileName {
    /** The name without number and endings: the same for all files of an export. */
    String stem();

    /** The destination's name, if the template has it. */
    Optional<String> destination();

    /** The audience's id, if the template has it. */
    Optional<String> audience();

    /** The audience's name, if the template has it. */
    Optional<String> audienceName();

    /** When it was made, if the template has a time. UNVERIFIED: that this is UTC. */
    Optional<Instant> time();

    /** The file's number in its export, from 1 on. */
    int part();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds file names. */
    final class Builder extends ImmutableExportFileName.Builder {
        Builder() {}
    }
}

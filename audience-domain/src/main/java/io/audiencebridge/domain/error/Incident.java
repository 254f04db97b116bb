// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.error;

import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.SystemId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Where an error happened: which system, under which correlation id, after how many attempts. */
@HouseValue
@Value.Immutable
public interface Incident {
    /** The system that answered or failed to; empty when the error is our own. */
    Optional<SystemId> system();

    /** The id that ties this error to log lines and, where the system gives one, to its own records; may be empty text. */
    @Value.Default
    default String correlationId() {
        return "";
    }

    /** Calls made, the first included; 0 when none left the machine. */
    @Value.Default
    default int attempts() {
        return 0;
    }

    /** The system's own codes for it, as many as it gave and in its order, such as {@code XSV-350008}; most often the outermost comes first. */
    List<String> codes();

    /** An incident on our own side. */
    static Incident local() {
        return builder().build();
    }

    /** One call to {@code system}. */
    static Incident at(SystemId system, String correlationId) {
        return builder().system(system).correlationId(correlationId).attempts(1).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds incidents. */
    final class Builder extends ImmutableIncident.Builder {
        Builder() {}
    }
}

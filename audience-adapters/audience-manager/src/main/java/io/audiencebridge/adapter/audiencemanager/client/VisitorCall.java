// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A question to the id service: which Experience Cloud id has this device? Without {@link #ecid()} it gets a new one. Source: Experience Cloud ID service, "Direct integration". */
@HouseValue
@Value.Immutable
public interface VisitorCall {
    /** The id that the device has already. */
    Optional<Ecid> ecid();

    /** In which organisation; by default the one that the connection signs in for. */
    Optional<ImsOrgId> organisation();

    /** Declared ids that are the same person's. */
    List<DeclaredId> declaredIds();

    /** The opaque metadata of the last answer. */
    @Value.Redacted
    Optional<String> blob();

    /** A device without an id. */
    static VisitorCall unknown() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds questions. */
    final class Builder extends ImmutableVisitorCall.Builder {
        Builder() {}
    }
}

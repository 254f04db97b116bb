// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.audience;

import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Asks for a page of audiences. */
@HouseValue
@Value.Immutable
public interface AudienceQuery {
    /** Through which connection. */
    ConnectionName connection();

    /** Text that the title must contain, case ignored. */
    Optional<String> search();

    /** Only audiences made there; a page may hold fewer than asked for, and none, though more follow. */
    Optional<AudienceOrigin> origin();

    /** Where the page before said it goes on; empty for the first page. */
    Optional<String> page();

    /** Audiences a page, at most. */
    @Value.Default
    default int pageSize() {
        return 50;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds queries. */
    final class Builder extends ImmutableAudienceQuery.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Who wants to be left alone: a visitor, customer ids, or both. A visitor that is named wins over the one that an id was bound to. Prints ids masked. */
@HouseValue
@Value.Immutable
public interface OptOutRequest {
    /** The visitor. */
    Optional<VisitorId> visitorId();

    /** The ids by which the customer knows the person; their states do not matter. */
    List<CustomerId> customerIds();

    /** The opt-out of a visitor. */
    static OptOutRequest of(Ecid ecid) {
        return builder().visitorId(VisitorId.of(ecid)).build();
    }

    /** The opt-out of a person by one customer id. */
    static OptOutRequest of(CustomerId id) {
        return builder().addCustomerIds(id).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableOptOutRequest.Builder {
        Builder() {}
    }
}

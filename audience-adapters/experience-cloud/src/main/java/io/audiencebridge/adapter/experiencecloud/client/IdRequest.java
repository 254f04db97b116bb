// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** One question to the ID service: who is this visitor, or whose are these customer ids. Prints ids masked. */
@HouseValue
@Value.Immutable
public interface IdRequest {
    /** The visitor; empty to have the service make an id. */
    Optional<VisitorId> visitorId();

    /** The customer ids to bind to the visitor. */
    List<CustomerId> customerIds();

    /** The region of the last answer. */
    OptionalInt region();

    /** What the last answer wanted to be given back; 512 bytes at most. */
    @Value.Redacted
    Optional<String> blob();

    /** The container of id synchronisations; empty for the first. */
    OptionalInt idSyncContainer();

    /** Whether the visitor is a child, so that no id may be shared with third parties; false by default. */
    @Value.Default
    default boolean coppa() {
        return false;
    }

    /** The consent string of IAB's framework, for visitors to whom the GDPR applies. */
    @Value.Redacted
    Optional<String> gdprConsent();

    /** A request for a new id. */
    static IdRequest anonymous() {
        return builder().build();
    }

    /** A request that binds {@code customerId} to {@code ecid}. */
    static IdRequest linking(Ecid ecid, CustomerId customerId) {
        return builder().ecid(ecid).addCustomerIds(customerId).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableIdRequest.Builder {
        Builder() {}

        /** The visitor. */
        public Builder ecid(Ecid ecid) {
            return visitorId(VisitorId.of(ecid));
        }
    }
}

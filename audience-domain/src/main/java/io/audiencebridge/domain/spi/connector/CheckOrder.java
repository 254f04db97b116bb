// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** What is, or would be, shared, as one side of it must see to it. */
@HouseValue
@Value.Immutable
public interface CheckOrder {
    /** Which connection is asked. */
    ConnectionName connection();

    /** Whether members leave it or arrive at it. */
    Side side();

    /** Which way. */
    Direction direction();

    /** By which ids; empty when a Platform audience is received. */
    Optional<DataSource> dataSource();

    /** The audience or list from which members come. */
    AudienceRef origin();

    /** The title of the audience or list at which they arrive. */
    String into();

    /** Who carries the members. */
    Route route();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableCheckOrder.Builder {
        Builder() {}
    }

    /** Which side of a sharing. */
    enum Side {
        /** Members leave it. */
        SOURCE,
        /** Members arrive at it. */
        TARGET
    }

    /** Which way members go. */
    enum Direction {
        /** A list is exported as a shared audience. */
        EXPORT,
        /** A shared audience is imported into a list. */
        IMPORT,
        /** A Platform audience is received in a list. */
        RECEIVE
    }
}

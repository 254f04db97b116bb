// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkState;
import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** One link to be made. Prints neither visitor nor id. */
@HouseValue
@Value.Immutable
public interface LinkOrder {
    /** The visitor. */
    WebVisitor visitor();

    /** Of what the id is: by its integration code where it has one, else by its number. */
    DataSource dataSource();

    /** The person's declared id, in the data source's wire form. */
    @Value.Redacted
    String id();

    /** How sure it is that the visitor is that person (SEMANTICS S24). */
    LinkState state();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableLinkOrder.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import org.immutables.value.Value;

/** Asks to link a web visitor with a recipient, so that audiences by visitor id and by declared id mean the same person. Prints neither of them. */
@HouseValue
@Value.Immutable
public interface LinkRequest {
    /** Who was there. */
    WebVisitor visitor();

    /** The recipient's value of the data source's key, in stored form: what Campaign's reconciliation key holds. It is translated to the wire form before it leaves. */
    @Value.Redacted
    String recipient();

    /** Of what it is a value; matched by declared id, usually under the integration code {@code AdobeCampaignID}. */
    DataSource dataSource();

    /** How it came to be known that they are one. */
    LinkOrigin origin();

    /** Through which connection; {@code experience-cloud} by default. */
    @Value.Default
    default ConnectionName through() {
        return new ConnectionName("experience-cloud");
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds requests. */
    final class Builder extends ImmutableLinkRequest.Builder {
        Builder() {}
    }
}

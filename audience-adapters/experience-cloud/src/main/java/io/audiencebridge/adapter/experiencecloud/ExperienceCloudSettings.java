// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import java.net.URI;
import java.util.Optional;
import org.immutables.value.Value;

/** How to reach the Experience Cloud ID service of an organisation. */
@HouseValue
@Value.Immutable
public interface ExperienceCloudSettings extends ConnectorSettings {
    /** Where Adobe's customers find the service. */
    URI PRODUCTION = URI.create("https://dpm.demdex.net");

    /** The name of the connection; {@code experience-cloud} by default. */
    @Override
    @Value.Default
    default ConnectionName connection() {
        return new ConnectionName("experience-cloud");
    }

    /** Whose visitors. An id of another length than 24 characters before the {@code @} is used and warned of in the log. */
    ImsOrgId organisation();

    /** The service's address; {@link #PRODUCTION} by default. */
    @Value.Default
    default URI uri() {
        return PRODUCTION;
    }

    /** The company's own address there, such as {@code https://acme.demdex.net}; needed for opt-outs only. */
    Optional<URI> companyUri();

    /** How the service's answers are read; strictly by default. */
    @Value.Default
    default Reading reading() {
        return Reading.STRICT;
    }

    /** Customer ids that one call may name, above which it is refused here; 10 by default, as the service drops more. */
    @Value.Default
    default int mostCustomerIds() {
        return 10;
    }

    /** Customer ids of one namespace that one call may name; 3 by default, as the service drops more. */
    @Value.Default
    default int mostIdsOfOneNamespace() {
        return 3;
    }

    /** How the service is called. */
    @Value.Default
    default HttpSettings http() {
        return HttpSettings.standard();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableExperienceCloudSettings.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.experiencecloud.client.HandOverRules;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import java.net.URI;
import java.time.Duration;
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

    /** How visitors' cookies are read when visitors are linked; strictly by default. */
    @Value.Default
    default Reading cookies() {
        return Reading.STRICT;
    }

    /** Which hand-over parameters are taken when visitors are linked; by default those of the last five minutes, and of at most a minute ahead. */
    @Value.Default
    default HandOverRules handOvers() {
        return HandOverRules.strict();
    }

    /** Links, and visitors who opted out, that are remembered so that the service is not told or asked again; 100,000 by default, some 100 bytes each. */
    @Value.Default
    default int mostLinksRemembered() {
        return 100_000;
    }

    /** How long a link is remembered; by default as long as the service's answer says, usually a week. Zero: every link is sent. */
    Optional<Duration> linksRemembered();

    /**
     * Calls in any second; those beyond wait for their moment, within their time. 50 by default. UNVERIFIED: no limit of the service is published, so that this is a
     * guess that harms nobody.
     */
    @Value.Default
    default int mostCallsPerSecond() {
        return 50;
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

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudienceSpelling;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.SystemId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A connection to a sandbox of Experience Platform and to the files that its destinations write. Files are read without a sign-in; Platform's API takes
 * key and organisation from the bridge's sign-in.
 */
@HouseValue
@Value.Immutable
public interface ExperiencePlatformSettings extends ConnectorSettings {
    /** Adobe Experience Platform. */
    SystemId SYSTEM = new SystemId("experience-platform");

    /** Where Adobe's customers find the API. */
    URI PRODUCTION = URI.create("https://platform.adobe.io");

    /** The name of the connection; {@code experience-platform} by default. */
    @Override
    @Value.Default
    default ConnectionName connection() {
        return ConnectionName.of(SYSTEM);
    }

    /** The API's address; {@link #PRODUCTION} by default. */
    @Value.Default
    default URI uri() {
        return PRODUCTION;
    }

    /**
     * The sandbox, sent with every call; {@code prod} by default. The guide says that {@code prod} is served when it is not named; UNVERIFIED for every
     * service, so that it always is.
     */
    @Value.Default
    default String sandboxName() {
        return "prod";
    }

    /** The sandbox's id, sent beside its name where it is given. */
    Optional<String> sandboxId();

    /** The destinations whose files this connection receives; none by default. Each has a name of its own. */
    List<ExportDestination> destinations();

    /** Platform's limits, checked before a call is made. */
    @Value.Default
    default PlatformGuardrails guardrails() {
        return PlatformGuardrails.standard();
    }

    /** Items of one page where flows, runs and audiences are listed; 100 by default, the most that Flow Service gives. */
    @Value.Default
    default int pageSize() {
        return 100;
    }

    /** How often a change of a flow is made anew when somebody else changed the flow meanwhile; 5 times in all by default. */
    @Value.Default
    default int changeAttempts() {
        return 5;
    }

    /** How the addresses of external audiences are spelled; as the page says by default. UNVERIFIED: two descriptions disagree. */
    @Value.Default
    default ExternalAudienceSpelling externalAudiences() {
        return ExternalAudienceSpelling.SUBMIT_AND_TASK;
    }

    /** How the API is called. */
    @Value.Default
    default HttpSettings http() {
        return HttpSettings.standard();
    }

    /** All defaults. */
    static ExperiencePlatformSettings standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableExperiencePlatformSettings.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How to reach an instance of Campaign Classic v7 or v8. With operator and password it is a native session, else the bridge's IMS tokens sign in. */
@HouseValue
@Value.Immutable
public interface CampaignSettings extends ConnectorSettings {
    /** The name of the connection; {@code campaign} by default. */
    @Override
    @Value.Default
    default ConnectionName connection() {
        return ConnectionName.of(SystemId.CAMPAIGN);
    }

    /** The instance's address, such as {@code https://instance.example.com}. */
    URI uri();

    /** The operator of a native session; needs {@link #password()}. */
    Optional<String> operator();

    /** The operator's password; needs {@link #operator()}. */
    Optional<Secret> password();

    /** Rows a query at most; 10,000 by default. UNVERIFIED: the most that a server gives at once; 10,000 is the largest default that is told. */
    @Value.Default
    default int pageSize() {
        return 10_000;
    }

    /** Members written or removed by one call; 200 by default. UNVERIFIED: what a server takes at once. */
    @Value.Default
    default int writeBatchSize() {
        return 200;
    }

    /** The internal name of the folder for new lists; where Campaign puts them itself if empty. */
    Optional<String> listFolder();

    /**
     * The recipient's flags any of which means that the person has opted out (SEMANTICS S23); {@code blackList} by default, {@code blackListEmail} is one of
     * the channel's own.
     */
    @Value.Default
    default List<String> optOutFlags() {
        return List.of("blackList");
    }

    /** Where a recipient's visitor ids stand; {@code [trackingLog/@sourceId]} by default, as on the AMC data source that Campaign is delivered with. */
    @Value.Default
    default String visitorIdPath() {
        return "[trackingLog/@sourceId]";
    }

    /** How the instance is called. */
    @Value.Default
    default HttpSettings http() {
        return HttpSettings.standard();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableCampaignSettings.Builder {
        Builder() {}
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.AmcNames;
import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.adapter.campaign.client.CampaignListener;
import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.TraceDetail;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How to reach an instance of Campaign Classic v7 or v8. Without another word the bridge's IMS tokens sign in; {@link #signIn()} changes that, and operator with
 * password are short for a native session. To move from native to IMS, set {@code signIn(CampaignSignIn.ims())}: it wins, and the operator may stay for the way back.
 */
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

    /** How calls are signed in. Empty: a native session if there is an {@link #operator()}, else the bridge's IMS tokens. */
    Optional<CampaignSignIn> signIn();

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

    /** Keys looked up by one query; 200 by default, 500 at most. UNVERIFIED: how many values a server takes in one condition. */
    @Value.Default
    default int lookUpBatchSize() {
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

    /** How the instance names its shared-audience integration. UNVERIFIED, so that all of it can be corrected here. */
    @Value.Default
    default AmcNames amcNames() {
        return AmcNames.standard();
    }

    /**
     * The internal name of the workflow that exports by Campaign's own route ({@code Route.SYSTEM}): one with the activity <i>Update shared audience</i> that
     * takes the variables {@code listId}, {@code audience} and {@code dataSource}. Without it that route only imports.
     */
    Optional<String> exportWorkflow();

    /** How large bases travel as files; row by row only if empty. */
    Optional<BulkSettings> bulk();

    /**
     * Further headers of every request, logons and pages included, such as those that a proxy asks for. A header that the client writes itself, above all one
     * that signs in, is refused. Values are never shown in traces.
     */
    @Value.Redacted
    Map<String, String> headers();

    /** Whether requests tell that they come from this client and for which application, as Adobe's own client does of itself; true by default. */
    @Value.Default
    default boolean identifyClient() {
        return true;
    }

    /** Whether requests carry the call's correlation id as {@code x-request-id}; false by default, since older servers refuse that header. */
    @Value.Default
    default boolean requestIds() {
        return false;
    }

    /**
     * How much of requests and answers is told to listeners and to the logger {@code io.audiencebridge.adapter.campaign.trace} (level debug); nothing by
     * default.
     */
    @Value.Default
    default TraceDetail trace() {
        return TraceDetail.OFF;
    }

    /** Who hears of every request from the start; {@code CampaignClient.listen} adds others later. */
    List<CampaignListener> listeners();

    /**
     * How far before a watermark changes are looked for again, by Campaign's clock: longer than anything that writes recipients or tracking logs takes from its
     * first row to its commit; two hours by default. UNVERIFIED: how long that is; tracking logs are usually stored hourly.
     */
    @Value.Default
    default Duration changeOverlap() {
        return Duration.ofHours(2);
    }

    /**
     * First steps of paths that lead to columns of the recipient itself, not to a linked record; {@code location} by default. Only their changes show in the
     * recipient's {@code lastModified}, so only they can be followed by watermark.
     */
    @Value.Default
    default List<String> ownElements() {
        return List.of("location");
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

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.HouseValue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** How to reach the data collection servers (DCS). Source: Audience Manager, "DCS API reference". */
@HouseValue
@Value.Immutable
public interface DataCollectionSettings {
    /** The host that Adobe gave the company, such as {@code acme.demdex.net}; goes in the Host header, wherever a call is sent. */
    String alias();

    /** The organisation of Experience Cloud ids whose call names none; that of the bridge's sign-in by default, so needed only where there is no sign-in. */
    Optional<ImsOrgId> organisation();

    /** Where calls go while a visitor's region is not known; the alias by default. */
    @Value.Default
    default URI uri() {
        return URI.create("https://" + alias());
    }

    /** Where calls go for each region, by its number; all documented ones by default. */
    @Value.Default
    default Map<Integer, URI> regions() {
        return Regions.DOCUMENTED;
    }

    /** Where the id service and id syncs by pixel are; {@code https://dpm.demdex.net} by default. */
    @Value.Default
    default URI idService() {
        return URI.create("https://" + ID_SERVICE_HOST);
    }

    /** Time between two calls with the same id at least; one second by default. UNVERIFIED: from which rate on Audience Manager blocks an id. */
    @Value.Default
    default Duration idInterval() {
        return Duration.ofSeconds(1);
    }

    /** Calls with the same id in any minute at most; 60 by default. UNVERIFIED as {@link #idInterval()} is. */
    @Value.Default
    default int idCallsPerMinute() {
        return 60;
    }

    /**
     * Ids whose region, calls and place on the deny list are remembered; 100,000 of each by default, the longest unused are forgotten first. Remembered as
     * keyed digests, as long as the connection lives.
     */
    @Value.Default
    default int rememberedIds() {
        return 100_000;
    }

    /** The host of the id service, which goes in the Host header. */
    String ID_SERVICE_HOST = "dpm.demdex.net";

    /** All defaults for a company's host. */
    static DataCollectionSettings of(String alias) {
        return builder().alias(alias).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableDataCollectionSettings.Builder {
        Builder() {}
    }
}

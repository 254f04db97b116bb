// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.files.OutboundSettings;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.SystemId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** How to reach Audience Manager: its REST API, and the file exchanges through which members travel. */
@HouseValue
@Value.Immutable
public interface AudienceManagerSettings extends ConnectorSettings {
    /** The name of the connection; {@code audience-manager} by default. */
    @Override
    @Value.Default
    default ConnectionName connection() {
        return ConnectionName.of(SystemId.AUDIENCE_MANAGER);
    }

    /** The REST API's address without its version; production by default. */
    @Value.Default
    default URI uri() {
        return URI.create("https://aam.adobe.io");
    }

    /** The folder that Adobe gave the customer for inbound files, without a slash at its ends; needed to share, not to import. */
    Optional<String> partner();

    /** The name of the file exchange from which Audience Manager fetches; {@code inbound} by default. */
    @Value.Default
    default String inbound() {
        return "inbound";
    }

    /** The name of the file exchange to which Audience Manager delivers; {@code outbound} by default. */
    @Value.Default
    default String outbound() {
        return "outbound";
    }

    /** The beginning of the names of the outbound files to look at, folders included; nothing by default: every file of the exchange. */
    @Value.Default
    default String outboundPrefix() {
        return OutboundSettings.standard().prefix();
    }

    /** The destination's file name template without its endings, in Audience Manager's macros; by default Audience Manager's default template. */
    @Value.Default
    default String outboundNames() {
        return OutboundSettings.DEFAULT_NAMES;
    }

    /** Digits of the stamp in outbound names: 13 (milliseconds, the default) or 10 (seconds), as the destination's set-up says. */
    @Value.Default
    default int outboundStampDigits() {
        return OutboundSettings.standard().stampDigits();
    }

    /** Lines at the beginning of each outbound file that are no rows; none by default. */
    @Value.Default
    default int outboundHeaderLines() {
        return OutboundSettings.standard().headerLines();
    }

    /** Whether the first file of a delivery carries a number too (001); false by default. UNVERIFIED: pages describe the one and show the other. */
    @Value.Default
    default boolean outboundFirstPartNumbered() {
        return OutboundSettings.standard().firstPartNumbered();
    }

    /** Whether a delivery is complete only with its transfer-control file (.info); false by default: one is heeded when it is there. */
    @Value.Default
    default boolean outboundControlFileRequired() {
        return OutboundSettings.standard().controlFileRequired();
    }

    /** Whether an incremental file that is the only one of its destination is taken as full; false by default (SEMANTICS S6). */
    @Value.Default
    default boolean outboundFirstIncrementIsFull() {
        return OutboundSettings.standard().firstIncrementIsFull();
    }

    /** The folder of new traits; the root by default. UNVERIFIED: whether traits may stand in the root folder, 0. */
    @Value.Default
    default long traitFolderId() {
        return 0;
    }

    /** The folder of new segments; the root by default. UNVERIFIED as {@link #traitFolderId()} is. */
    @Value.Default
    default long segmentFolderId() {
        return 0;
    }

    /** Items a call at most, where segments are listed; 1000 by default. UNVERIFIED: the server's own limit; 1000 is the largest that Adobe's own client uses. */
    @Value.Default
    default int pageSize() {
        return 1000;
    }

    /** How old a trait must be before a file may name it; 4 hours by default (SEMANTICS S19). */
    @Value.Default
    default Duration traitLiveAfter() {
        return Duration.ofHours(4);
    }

    /**
     * Whether a share looks up the data source of its profile merge rule before it creates a segment; true by default. UNVERIFIED: that the API shows the
     * data sources of merge rules to everybody.
     */
    @Value.Default
    default boolean mergeRuleChecked() {
        return true;
    }

    /** How the REST API is called. */
    @Value.Default
    default HttpSettings http() {
        return HttpSettings.standard();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableAudienceManagerSettings.Builder {
        Builder() {}
    }
}

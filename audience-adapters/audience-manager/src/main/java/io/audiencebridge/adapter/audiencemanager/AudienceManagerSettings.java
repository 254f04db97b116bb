// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.AudienceOriginSettings;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.adapter.audiencemanager.files.OutboundSettings;
import io.audiencebridge.adapter.audiencemanager.files.PartLimits;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.ConnectorSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.SystemId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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

    /** The REST API's address without its version: production by default, the host of {@link #legacySignIn()} where there is one. */
    @Value.Default
    default URI uri() {
        return legacySignIn().isPresent() ? LegacySignIn.PRODUCTION : URI.create("https://aam.adobe.io");
    }

    /** Audience Manager's own sign-in; the bridge's sign-in if empty. */
    Optional<LegacySignIn> legacySignIn();

    /** What the profile merge rules do that segments of declared ids are under, since no API tells it (SEMANTICS S21). */
    List<MergeRule> mergeRules();

    /** The folder that Adobe gave the customer for inbound files, without a slash at its ends; needed to share, not to import. */
    Optional<String> partner();

    /** The name of the file exchange from which Audience Manager fetches; {@code inbound} by default. */
    @Value.Default
    default String inbound() {
        return "inbound";
    }

    /**
     * The name of the bridge's cipher that encrypts inbound files, with Adobe's public key; empty, the default, compresses them by gzip instead. It is never
     * both, since Audience Manager does not take that.
     */
    Optional<String> inboundCipher();

    /**
     * Bytes of one inbound file at most, before it is packed; a larger change travels in several. 512 MiB by default, some 250 MB packed, which Audience
     * Manager loads fastest; at most 1,000,000,000, with which a file keeps every documented limit.
     */
    @Value.Default
    default long inboundPartBytes() {
        return PartLimits.USUAL.bytes();
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

    /**
     * The template of the rows, in Audience Manager's macros, as the destination's set-up shows it, such as {@code <MCID><TAB><SEGMENT_LIST;
     * separator=",">}. Empty, the default, is Audience Manager's default row: id, space, segments, space, segments left; whether its ids are those of the
     * data source only a look at both sides can tell (SEMANTICS S9). A template that cannot be read without doubt is refused when connecting.
     */
    @Value.Default
    default String outboundRows() {
        return OutboundSettings.standard().rows();
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

    /** How often the destination is set to deliver changes; a day by default. A longer silence is told as a delivery missing. */
    @Value.Default
    default Duration outboundEvery() {
        return OutboundSettings.standard().every();
    }

    /** Destinations whose files differ from what the settings named {@code outbound...} say; none by default. */
    List<DestinationSettings> destinations();

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

    /** By which names it is told where a shared audience was made. */
    @Value.Default
    default AudienceOriginSettings origins() {
        return AudienceOriginSettings.standard();
    }

    /**
     * Whether a shared audience that Audience Manager gives no size for is asked to be estimated, which takes a call each and says it is an estimate; false by
     * default.
     */
    @Value.Default
    default boolean sizesEstimated() {
        return false;
    }

    /** How the data collection servers are reached; needed for {@code bridge.client(DataCollection.class)} alone. */
    Optional<DataCollectionSettings> dataCollection();

    /** How the REST API is called; a real-time call is never repeated, whatever is said here. */
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

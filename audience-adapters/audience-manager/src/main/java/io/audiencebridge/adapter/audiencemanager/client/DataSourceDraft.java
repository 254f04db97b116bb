// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The part of a data source that a caller decides. Source: Audience Manager, "Data sources list and settings". */
@HouseValue
@Value.Immutable
public interface DataSourceDraft {
    /** The kind of ids of persons. */
    String CROSS_DEVICE = "CROSS_DEVICE";

    /** The kind of ids of browsers. */
    String COOKIE = "COOKIE";

    /** The kind of advertising ids of devices. UNVERIFIED: the word; {@link DataSources#idTypes} tells what the company's API knows. */
    String DEVICE_ADVERTISING_ID = "DEVICE_ADVERTISING_ID";

    /** Its name; empty where an answer gives none. */
    String name();

    /** What it is for. */
    Optional<String> description();

    /** The customer's own name of it; needed for the id service and for merge rules. */
    Optional<String> integrationCode();

    /** The kind of its ids, such as {@link #CROSS_DEVICE}. */
    Optional<String> idType();

    /** What an id of a person stands for, such as {@code CROSS_DEVICE_PERSON}. */
    Optional<String> subIdType();

    /** Its type, such as {@code GENERAL}. */
    Optional<String> type();

    /** Whether inbound files are expected. */
    Optional<Boolean> inbound();

    /** Whether its ids can stand in outbound files. */
    Optional<Boolean> outbound();

    /** Whether inbound rows carry Audience Manager's own ids; never for {@link #CROSS_DEVICE}. */
    Optional<Boolean> audienceManagerIds();

    /** Which version of the Experience Cloud ID inbound rows carry; 0 for another kind of id. */
    OptionalLong visitorIdVersion();

    /** Whether it may be shared with other companies. */
    Optional<Boolean> sharing();

    /** Whether profile merge rules can read its profiles. */
    Optional<Boolean> supportsAuthenticatedProfile();

    /** Its name in the list of authenticated profiles. */
    Optional<String> authenticatedProfileName();

    /** Whether it is a device graph. */
    Optional<Boolean> deviceGraph();

    /** Its name in the list of device graphs. */
    Optional<String> deviceGraphName();

    /** Whether no two of its traits may have the same integration code; to be decided at its creation. */
    Optional<Boolean> uniqueTraitCodes();

    /** Whether no two of its segments may have the same integration code; to be decided at its creation. */
    Optional<Boolean> uniqueSegmentCodes();

    /** Whether lines of inbound files that go wrong are kept for {@link InboundFileStatus#samples()}, which Audience Manager ends after 14 days. */
    Optional<Boolean> samplingEnabled();

    /** What must not be done with its data, such as {@code PII}. */
    List<String> exportRestrictions();

    /** After what time without use a person's id is dropped; in whole seconds on the wire. */
    Optional<Duration> retention();

    /** A data source of ids of persons that inbound files fill and merge rules can read, as Campaign's declared ids need it. */
    static Builder declared(String name, String integrationCode) {
        return builder()
                .name(name)
                .integrationCode(integrationCode)
                .idType(CROSS_DEVICE)
                .type("GENERAL")
                .inbound(true)
                .outbound(true)
                .audienceManagerIds(false)
                .supportsAuthenticatedProfile(true)
                .authenticatedProfileName(name);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableDataSourceDraft.Builder {
        Builder() {}
    }
}

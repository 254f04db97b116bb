// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The part of a destination that a caller decides. Source: Audience Manager, "Destinations API". */
@HouseValue
@Value.Immutable
public interface DestinationDraft {
    /** The type of a destination that calls addresses. */
    String URL = "PUSH";

    /** The type of a destination that sets cookies. */
    String COOKIE = "ADS";

    /** The type of a destination that receives files or calls from server to server; Adobe sets those up, the API cannot. */
    String FILES = "S2S";

    /** Its name, at most 255 characters. */
    String name();

    /** Its type, such as {@link #FILES}; empty where an answer does not say. */
    String type();

    /** What it is for. */
    Optional<String> description();

    /** Its data source. */
    OptionalLong dataSourceId();

    /** The first day of its deliveries. */
    Optional<LocalDate> startDate();

    /** The last day of its deliveries; for good if empty. */
    Optional<LocalDate> endDate();

    /** On which domains it works, such as {@code all_domains}. */
    Optional<String> domainRestrictions();

    /** By what new mappings get their alias: {@code SID}, {@code IC} or {@code NONE}. */
    Optional<String> mappingAutoFiller();

    /** Of a URL destination that puts several segments into one address. */
    Optional<UrlFormat> urlFormat();

    /** Of a cookie destination. */
    Optional<CookieFormat> cookieFormat();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableDestinationDraft.Builder {
        Builder() {}
    }
}

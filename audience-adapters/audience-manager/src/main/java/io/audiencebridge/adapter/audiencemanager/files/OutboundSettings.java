// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import org.immutables.value.Value;

/** What a destination's own set-up decides about its files. */
@HouseValue
@Value.Immutable
public interface OutboundSettings {
    /** The file names of Audience Manager's default template; what stands in brackets may be absent. */
    String DEFAULT_NAMES = "<SYNC_TYPE>_<ORDER_ID>_<MASTER_DPID>[_<PID_ALIAS>]_<SYNC_MODE>_<TIMESTAMP>SPLITNUM";

    /** The beginning of the names, folders included; nothing by default: every file of the exchange is looked at. */
    @Value.Default
    default String prefix() {
        return "";
    }

    /** The destination's file name template without its endings, in Audience Manager's macros; {@link #DEFAULT_NAMES} by default. */
    @Value.Default
    default String names() {
        return DEFAULT_NAMES;
    }

    /** The template of the rows, in Audience Manager's macros; empty, the default, is Audience Manager's default row. */
    @Value.Default
    default String rows() {
        return "";
    }

    /**
     * Digits of a stamp: 13 (milliseconds, the default) or 10 (seconds). A stamp of ten digits and a split number of three cannot be told from a stamp of
     * thirteen, so the destination's set-up must say it; a name with just ten digits is read in either case.
     */
    @Value.Default
    default int stampDigits() {
        return 13;
    }

    /** Lines at the beginning of each file that are no rows; none by default. */
    @Value.Default
    default int headerLines() {
        return 0;
    }

    /**
     * Whether the destination numbers its first file too (001); false by default: the first or only file carries no number. UNVERIFIED: pages describe the
     * one and show the other.
     */
    @Value.Default
    default boolean firstPartNumbered() {
        return false;
    }

    /** Whether every delivery brings a transfer-control file (.info), without which it is not complete; false by default: one is heeded when it is there. */
    @Value.Default
    default boolean controlFileRequired() {
        return false;
    }

    /** Whether an incremental file that is the only one of its destination is taken as full, as the first one ever is; false by default (SEMANTICS S6). */
    @Value.Default
    default boolean firstIncrementIsFull() {
        return false;
    }

    /** How often changes are delivered; a day by default. */
    @Value.Default
    default Duration every() {
        return Duration.ofDays(1);
    }

    /** The defaults. */
    static OutboundSettings standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableOutboundSettings.Builder {
        Builder() {}
    }
}

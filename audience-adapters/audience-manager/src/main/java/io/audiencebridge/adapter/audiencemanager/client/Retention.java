// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How long Audience Manager keeps what, in days of 24 hours. Told for data protection records; nothing in this adapter deletes by it. Where customers can
 * choose, {@link #keptFor()} is the default and {@link #atMost()} the largest choice.
 */
public enum Retention {
    /** Profiles in the back end, since the device was last seen. */
    BACK_END(120, "Privacy FAQ"),
    /** Profiles at the edge, since the device was last seen there; they come back within 18 hours. */
    EDGE(14, "Privacy FAQ"),
    /** Raw logs of calls. */
    RAW_LOGS(60, "Privacy FAQ"),
    /** Logs of media. */
    AD_LOGS(30, "Privacy FAQ"),
    /** Customer ids that are not seen any more; a choice per data source of 1 month of 30 days to 5 years, purged weekly. */
    CUSTOMER_IDS(720, 1_800, "Data sources list and settings"),
    /** Links between ids, since they were last seen. */
    ID_MAPPINGS(120, "Privacy FAQ"),
    /** Advertising ids of devices without activity. */
    ADVERTISING_IDS(120, "Index of IDs"),
    /** Inbound files in the bucket. */
    INBOUND_FILES(30, "Privacy FAQ"),
    /** Outbound files in the bucket. */
    OUTBOUND_FILES(8, "Privacy FAQ"),
    /** Customer data feeds. */
    CUSTOMER_DATA_FEEDS(8, "Privacy FAQ"),
    /** A trait on a profile, unless the trait says otherwise; 0 there is for ever. A deleted trait's qualifications go with it. */
    TRAITS(120, "Create onboarded and rule-based traits"),
    /** A device's history after its global opt-out. */
    AFTER_GLOBAL_OPT_OUT(120, "Data privacy requests");

    private final Duration keptFor;
    private final Optional<Duration> atMost;
    private final String source;

    Retention(int days, String source) {
        this(Duration.ofDays(days), Optional.empty(), source);
    }

    Retention(int days, int mostDays, String source) {
        this(Duration.ofDays(days), Optional.of(Duration.ofDays(mostDays)), source);
    }

    Retention(Duration keptFor, Optional<Duration> atMost, String source) {
        this.keptFor = keptFor;
        this.atMost = atMost;
        this.source = source;
    }

    /** How long. */
    public Duration keptFor() {
        return keptFor;
    }

    /** How long at most, where the customer can choose. */
    public Optional<Duration> atMost() {
        return atMost;
    }

    /** The page of Audience Manager's documentation that says so. */
    public String source() {
        return source;
    }
}

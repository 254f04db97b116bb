// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.server.Settings;
import io.audiencebridge.sandbox.server.Settings.Switch;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** How the file side behaves, where documents contradict each other or leave it open. */
public final class FileSettings {
    private static final long GIB = 1L << 30;
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Settings settings = new Settings("audienceManager.files");

    /** C2: whether a stamp may have 9 to 13 digits. */
    final Switch<Boolean> lenientStamps = settings.flag("lenientStamps", false);

    /** C6: whether the folder may be a bare date, or missing. */
    final Switch<Boolean> lenientKeys = settings.flag("lenientKeys", false);

    /** Whether the company writes by a role of its own account, so that objects need the bucket owner's ACL. Source: section 4.1. */
    final Switch<Boolean> crossAccount = settings.flag("crossAccount", false);

    /** C1: the largest packed file in bytes. */
    final Switch<Long> largestPacked = settings.number("largestPacked", 3 * GIB);

    /** The largest file in bytes. Source: section 4.3. */
    final Switch<Long> largest = settings.number("largest", 5 * GIB);

    /** C8: whether the first column of an id-sync file must hold ids of devices. */
    final Switch<Boolean> deviceMastersOnly = settings.flag("deviceMastersOnly", false);

    /** C9: how many traits a profile may have; the oldest goes first. */
    final Switch<Long> traitsPerProfile = settings.number("traitsPerProfile", 150_000);

    /** C12: whether an overwrite clears the traits of all the company's data sources, or only the target's. */
    final Switch<Boolean> overwriteClearsAll = settings.flag("overwriteClearsAll", false);

    /** C16: what the receipt's stored records are short of, as in the documentation's own sample. */
    final Switch<Long> receiptShortBy = settings.number("receiptShortBy", 0);

    /** In which order the waiting files of a run are taken: there is no promise. Source: section 4.7. */
    final Switch<String> fileOrder = settings.choice("fileOrder", "arrived", "reversed");

    /** C10: from one processing run to the next, counted from the start, so that no outcome hangs on the hour of a test. */
    final Switch<String> processingEvery = interval("processingEvery", "PT12H");

    /** From the processing of a file to its effect on segments. Source: section 4.7: 48 hours at most. */
    final Switch<String> usableAfter = span("usableAfter", "PT0S");

    /** Rows name a trait in vain that was younger than this when the file arrived. Source: section 1.6. */
    final Switch<String> traitLiveAfter = span("traitLiveAfter", "PT4H");

    /** From one publishing run to the next, counted from the start. Source: section 5.5. */
    final Switch<String> publishingEvery = interval("publishingEvery", "PT24H");

    /** The hour of the day of a publishing run in UTC, such as {@code 14:00}, in place of the interval; empty for none. */
    final Switch<String> publishingAt = settings.value(
            "publishingAt",
            "",
            value -> Optional.of(value.asText()).filter(FileSettings::isHour),
            "a time like 14:00, or empty");

    /** How long inbound files stay. Source: section 4.1. */
    final Switch<String> inboundKept = span("inboundKept", "P30D");

    /** How long outbound files stay. Source: section 5.5. */
    final Switch<String> outboundKept = span("outboundKept", "P8D");

    /**
     * How long a device is kept of which nothing is heard. In Audience Manager 120 days; usually for ever here, as no site sees
     * the sandbox's visitors again.
     */
    final Switch<String> devicesKept = span("devicesKept", "PT0S");

    private Switch<String> span(String name, String usual) {
        return settings.value(
                name,
                usual,
                value -> Optional.of(value.asText()).filter(FileSettings::isSpan),
                "a duration like PT12H");
    }

    private Switch<String> interval(String name, String usual) {
        return settings.value(
                name,
                usual,
                value -> Optional.of(value.asText())
                        .filter(FileSettings::isSpan)
                        .filter(text -> Duration.parse(text).compareTo(SHORTEST) >= 0),
                "a duration of at least a minute like PT12H");
    }

    private static boolean isSpan(String text) {
        try {
            return !Duration.parse(text).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isHour(String text) {
        try {
            return text.isEmpty() || LocalTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static Duration of(Switch<String> span) {
        return Duration.parse(span.value());
    }

    /** What {@code POST /settings} can turn. */
    public Settings settings() {
        return settings;
    }
}

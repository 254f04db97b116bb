// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.files.InboundFile.Counter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The mails that tell what became of files: one for the files of a data source that a run took in. Source: audience-manager.md, section 4.8.
 * Guarded by the company's lock.
 */
public final class Receipts {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** UNVERIFIED: that the times are of UTC. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final FileSettings settings;
    private final String bucket;
    private final List<Receipt> receipts = new ArrayList<>();

    Receipts(FileSettings settings, String bucket) {
        this.settings = settings;
        this.bucket = bucket;
    }

    /** All mails, the oldest first. */
    public List<Receipt> all() {
        return receipts;
    }

    /** Writes the mails of a run that took some of these files in: one for each data source. */
    void write(List<InboundFile> files, Instant at) {
        Map<Long, List<InboundFile>> taken = files.stream()
                .filter(file -> file.status() == InboundFile.Status.PROCESSED)
                .collect(Collectors.groupingBy(InboundFile::dataSource, TreeMap::new, Collectors.toList()));
        taken.forEach((source, together) -> write(source, together, at));
    }

    private void write(long source, List<InboundFile> files, Instant at) {
        Map<String, Long> counters = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            counters.put(counter.label(), sum(files, counter));
        }
        receipts.add(new Receipt(
                at, source, files.stream().map(InboundFile::key).toList(), counters, mail(source, files, at)));
    }

    private static long sum(List<InboundFile> files, Counter counter) {
        return files.stream().mapToLong(file -> file.counted(counter)).sum();
    }

    private String mail(long source, List<InboundFile> files, Instant at) {
        return String.join(
                        "\r\n",
                        "From: aam-noreply@adobe.com",
                        "To: partner@example.com",
                        "Subject: Adobe Audience Manager Server-To-Server Processing Result",
                        "Date: " + DATE.format(at),
                        "Message-ID: <" + at.toEpochMilli() + "." + receipts.size() + "@sandbox.example.com>",
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=UTF-8",
                        "",
                        "Dear Adobe Partner: (ID:" + source + ")",
                        "",
                        "We have received your Adobe Audience Manager Server-To-Server file delivery",
                        "",
                        "File name:",
                        names(files),
                        "",
                        lines(files),
                        "",
                        "Job start time: " + TIME.format(at),
                        "Job end time: " + TIME.format(at))
                + "\r\n";
    }

    private String names(List<InboundFile> files) {
        return files.stream().map(file -> "s3n://" + bucket + "/" + file.key()).collect(Collectors.joining("\r\n"));
    }

    private String lines(List<InboundFile> files) {
        // The mail knows one kind of invalid ids.
        long invalid = sum(files, Counter.INVALID_AAM_IDS) + sum(files, Counter.INVALID_DEVICE_IDS);
        long stored = Math.max(0, sum(files, Counter.STORED) - settings.receiptShortBy.value());
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("Records received", sum(files, Counter.RECEIVED));
        lines.put("Format Errors", sum(files, Counter.FORMAT_ERRORS));
        lines.put("Invalid AAM ID", invalid);
        lines.put("No Matching AAM ID", sum(files, Counter.NO_MATCHING_AAM_IDS));
        lines.put("No Trait Realized", sum(files, Counter.NO_TRAIT_REALIZED));
        lines.put("Records processed", sum(files, Counter.PROCESSED));
        lines.put("Stored Records", stored);
        lines.put("Total devices", sum(files, Counter.DEVICES));
        lines.put("Total signals", sum(files, Counter.SIGNALS));
        lines.put("Total unused signals", sum(files, Counter.UNUSED_SIGNALS));
        lines.put("Total realized traits", sum(files, Counter.REALIZED));
        lines.put("Total removed traits", sum(files, Counter.REMOVED));
        lines.put("Total traits failed validation", sum(files, Counter.FAILED_VALIDATION));
        lines.put("Total users that have traits which failed validation", sum(files, Counter.USERS_FAILED_VALIDATION));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining("\r\n"));
    }

    void clear() {
        receipts.clear();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A destination of Real-Time CDP that writes files, such as Adobe Campaign's, as the reader of its files sees it. */
@HouseValue
@Value.Immutable
public interface ExportDestination {
    /** Its name in Platform, as {@code %DESTINATION_NAME%} puts it into file names. */
    String name();

    /** The column that holds a person's key, as it was mapped: {@code personalEmail.address}. Dots and underscores are one, letter case does not matter. */
    String keyColumn();

    /** The name of the bridge's file exchange to which it delivers; {@code platform} by default. */
    @Value.Default
    default String exchange() {
        return "platform";
    }

    /** The folder of the exchange that it writes to, without slashes at its ends; the whole exchange by default. */
    @Value.Default
    default String folder() {
        return "";
    }

    /** The template of its file names in Platform's macros; Platform's default by default. */
    @Value.Default
    default String fileNames() {
        return FileNameTemplate.DEFAULT;
    }

    /** How its files are written. */
    @Value.Default
    default CsvOptions csv() {
        return CsvOptions.standard();
    }

    /** The name of the bridge's cipher that opens its files; empty, the default, when they are not encrypted. */
    Optional<String> cipher();

    /** Whether it writes manifests; an export is complete only with its manifest then. False by default: one is heeded when it is there. */
    @Value.Default
    default boolean manifests() {
        return false;
    }

    /** Rows after which a file is split; 5,000,000 by default. */
    @Value.Default
    default int rowsPerFile() {
        return PlatformGuardrails.standard().rowsPerFile();
    }

    /**
     * How long a file without a manifest must have lain unchanged; one minute by default. UNVERIFIED whether Platform shows files that it is still writing: a
     * bucket never does, a folder on a server may.
     */
    @Value.Default
    default Duration settledAfter() {
        return Duration.ofMinutes(1);
    }

    /** When its audiences are exported. */
    @Value.Default
    default ExportSchedule schedule() {
        return ExportSchedule.unknown();
    }

    /** When single audiences are exported, by their ids, where that differs. */
    Map<String, ExportSchedule> schedules();

    /** Names of audiences by their ids; needed where {@link #fileNames()} tells audiences apart by {@code %SEGMENT_NAME%} alone. */
    Map<String, String> audienceNames();

    /** The audience of that id as file names know it. */
    default ExportAudience audience(String id) {
        return new ExportAudience(id, Optional.ofNullable(audienceNames().get(id)));
    }

    /** When that audience is exported. */
    default ExportSchedule scheduleOf(String audience) {
        return schedules().getOrDefault(audience, schedule());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds destinations. */
    final class Builder extends ImmutableExportDestination.Builder {
        Builder() {}
    }
}

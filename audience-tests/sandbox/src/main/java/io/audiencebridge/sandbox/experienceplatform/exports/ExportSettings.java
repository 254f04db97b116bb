// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.server.Settings;
import io.audiencebridge.sandbox.server.Settings.Switch;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What documents leave open about exports, and what a test wants to go wrong. Source: experience-cloud.md, sections 0.1, 4.3 to 4.5, 4.10 and 9. */
public final class ExportSettings {
    private final Settings settings = new Settings("Platform exports");
    private final Switch<String> exportTakes = duration("exportTakes", "PT0S");
    private final Switch<String> adHocTakes = duration("adHocTakes", "PT5M");
    private final Switch<String> gap = duration("gap", "PT0S");
    private final Switch<String> partOrder = settings.choice("partOrder", "ascending", "descending");
    private final Switch<String> manifestOrder = settings.choice("manifestOrder", "last", "first", "never");
    private final Switch<Boolean> emptyFiles = settings.flag("emptyFiles", true);
    private final Switch<String> statusWords = settings.choice("statusWords", "realized", "existing", "interface");
    private final Switch<String> statusHeader = text("statusHeader", "");
    private final Switch<String> gzipSuffix = text("gzipSuffix", ".gz");
    private final Switch<String> encryptedSuffix = text("encryptedSuffix", ".gpg");
    private final Switch<Long> rowsPerFile = settings.number("rowsPerFile", Destination.Builder.ROWS_PER_FILE);
    private final Switch<Long> firstExportLacks = settings.number("firstExportLacks", 0);
    private final Switch<Boolean> lackingArrive = settings.flag("lackingArrive", true);
    private final Switch<String> evaluationAt =
            settings.value("evaluationAt", "00:00", ExportSettings::time, "a time of day in UTC, such as 02:00");

    /** The switches, to be turned. */
    public Settings settings() {
        return settings;
    }

    private Switch<String> duration(String name, String usual) {
        return settings.value(name, usual, ExportSettings::duration, "a duration, such as PT5M");
    }

    private static Optional<String> duration(JsonNode value) {
        try {
            return Optional.of(Duration.parse(value.asText()))
                    .filter(time -> !time.isNegative())
                    .map(Duration::toString);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> time(JsonNode value) {
        try {
            return Optional.of(LocalTime.parse(value.asText()).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Switch<String> text(String name, String usual) {
        return settings.value(name, usual, value -> Optional.of(value.asText()), "a text");
    }

    /** From the start of a run to its first file. */
    Duration takes(boolean adHoc) {
        return Duration.parse(adHoc ? adHocTakes.value() : exportTakes.value());
    }

    /** Between two files of a run. */
    Duration gap() {
        return Duration.parse(gap.value());
    }

    boolean partsDescend() {
        return partOrder.value().equals("descending");
    }

    boolean manifestFirst() {
        return manifestOrder.value().equals("first");
    }

    boolean manifestNever() {
        return manifestOrder.value().equals("never");
    }

    /** UNVERIFIED: whether an export without rows writes a file with the header. */
    boolean writesEmptyFiles() {
        return emptyFiles.value();
    }

    /** Who is in it and was already when it was exported last, who is in it, and who left. Source: section 4.4. */
    List<String> statusWords() {
        return switch (statusWords.value()) {
            case "existing" -> List.of("existing", "realized", "exited");
            case "interface" -> List.of("Active", "Active", "Expired");
            default -> List.of("realized", "realized", "exited");
        };
    }

    /** UNVERIFIED: the status column's header in flows that are made over the wire; empty for the dot rule. */
    public String statusHeader() {
        return statusHeader.value();
    }

    /** UNVERIFIED. */
    String gzipSuffix() {
        return gzipSuffix.value();
    }

    /** UNVERIFIED. */
    String encryptedSuffix() {
        return encryptedSuffix.value();
    }

    /** How many rows a file of a flow that is made over the wire holds at most. */
    public long rowsPerFile() {
        return rowsPerFile.value();
    }

    /** X4: how many people are not there yet in an export before the noon after the activation. */
    long firstExportLacks() {
        return firstExportLacks.value();
    }

    /** UNVERIFIED: whether the next increment brings those people. */
    boolean lackingArrive() {
        return lackingArrive.value();
    }

    /** UNVERIFIED: when audiences are evaluated every day. */
    public LocalTime evaluationAt() {
        return LocalTime.parse(evaluationAt.value());
    }
}

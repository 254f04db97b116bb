// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.server.Settings;
import io.audiencebridge.sandbox.server.Settings.Switch;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the files of one destination are named, filled, cut and delivered: what Adobe's people set up for a customer. Source:
 * audience-manager.md, sections 5.1 to 5.5.
 */
final class Order {
    /** Section 5.2, with a space that is there only before somebody's left segments. */
    private static final String LISTS = " <SEGMENT_LIST:{seg|<seg.alias>}; separator=\",\">"
            + "<if(REMOVED_SEGMENT_LIST)> <REMOVED_SEGMENT_LIST:{seg|<seg.alias>}; separator=\",\"><endif>";

    private static final int MILLISECONDS = 13;
    private static final int SECONDS = 10;

    private final Settings settings = new Settings("an order");

    /** The folder in the bucket; macros are allowed. */
    final Switch<String> folder = text("folder", "<ORDER_ID>");

    /** The name up to {@code .gz}; {@code SPLITNUM} stands for the number of the part. */
    final Switch<String> fileName =
            text("fileName", "<SYNC_TYPE>_<ORDER_ID>_<MASTER_DPID>_<SYNC_MODE>_<TIMESTAMP>SPLITNUM.sync");

    /** A row without its end. */
    final Switch<String> row;

    /** The first line; empty for none. */
    final Switch<String> header = text("header", "");

    final Switch<String> syncType = settings.choice("syncType", "S3", "s3", "ftp", "http");
    final Switch<String> pidAlias = text("pidAlias", "");

    /** How often a full file is written; empty for never. */
    final Switch<String> fullEvery = span("fullEvery", "PT24H");

    /** How often an incremental file is written; empty for never. The first holds everything. */
    final Switch<String> incrementalEvery = span("incrementalEvery", "");

    /** Whether an incremental row repeats the segments in which its person is still. */
    final Switch<Boolean> repeatsCurrent = settings.flag("repeatsCurrent", false);

    final Switch<Boolean> gzip = settings.flag("gzip", true);

    /** C3: digits of the stamp. */
    final Switch<Long> stampDigits = settings.value(
            "stampDigits",
            (long) MILLISECONDS,
            value -> Optional.of(value.asLong()).filter(digits -> digits == MILLISECONDS || digits == SECONDS),
            "13 or 10");

    /** How many rows a part has at most; 0 for one file. */
    final Switch<Long> rowsPerFile = settings.number("rowsPerFile", 0);

    /** C4: {@code glued} is none, 001, 002 right behind the stamp, {@code dashed} is -1, -2. */
    final Switch<String> splitNumbers = settings.choice("splitNumbers", "glued", "dashed");

    /** Whether there is an {@code .info} file, and when it arrives. */
    final Switch<String> info = settings.choice("info", "none", "first", "last");

    /** C5: whether the {@code .info} file of a full batch says {@code iter} in its name, and the other way round. */
    final Switch<Boolean> infoNamesOtherMode = settings.flag("infoNamesOtherMode", false);

    final Switch<String> partOrder = settings.choice("partOrder", "ascending", "descending");

    /** From the arrival of one file of a batch to the next. */
    final Switch<String> gap = span("gap", "PT0S");

    /** Whether files arrive only when they are let go by hand. */
    final Switch<Boolean> held = settings.flag("held", false);

    /**
     * An order as it is from the start.
     *
     * @param idMacro what stands for the id in the rows
     */
    Order(String idMacro) {
        row = text("row", "<" + idMacro + ">" + LISTS);
    }

    private Switch<String> text(String name, String usual) {
        return settings.value(
                name,
                usual,
                value -> Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::asText),
                "a text");
    }

    private Switch<String> span(String name, String usual) {
        return settings.value(
                name, usual, value -> Optional.of(value.asText()).filter(Order::isSpan), "a duration like PT24H");
    }

    private static boolean isSpan(String text) {
        try {
            return text.isEmpty() || !Duration.parse(text).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A duration; empty for never. */
    static Optional<Duration> of(Switch<String> span) {
        return span.value().isEmpty() ? Optional.empty() : Optional.of(Duration.parse(span.value()));
    }

    /** Changes what an object names; {@link IllegalArgumentException} if it cannot be read, and nothing has changed then. */
    void apply(ObjectNode changes) {
        settings.apply(changes);
    }

    /** How it stands. */
    Map<String, Object> state() {
        return settings.state();
    }
}

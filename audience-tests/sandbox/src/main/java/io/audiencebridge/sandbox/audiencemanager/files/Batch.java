// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Destination;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The files that are written together for one destination: their names, header and rows.
 *
 * @param full whether they hold everything, and not only changes
 * @param at when they are written, which their names say
 */
record Batch(Destination destination, Order order, boolean full, Instant at) {
    private static final String SPLIT = "SPLITNUM";
    private static final String SUFFIX = ".sync";

    private Map<String, String> constants(boolean mode) {
        return Map.ofEntries(
                Map.entry("ORDER_ID", Long.toString(destination.id())),
                Map.entry("MASTER_DPID", Long.toString(destination.master())),
                Map.entry("DPID", Long.toString(destination.dataSource())),
                Map.entry("PID", Long.toString(destination.partner())),
                Map.entry("PIDALIAS", order.pidAlias.value()),
                Map.entry("PID_ALIAS", order.pidAlias.value()),
                Map.entry("SYNC_MODE", mode ? "full" : "iter"),
                Map.entry("SYNC_TYPE", order.syncType.value()),
                Map.entry("TAB", "\t"),
                Map.entry("COMMA", ","),
                Map.entry("NEW_LINE", "\n"),
                Map.entry("ASCII_SOH", "\u0001"),
                Map.entry("OPEN_CURLY_BRACKET", "{"),
                Map.entry("CLOSE_CURLY_BRACKET", "}"),
                Map.entry("SET_ATTRIBUTES", "1"),
                Map.entry("OUTPUT_ATTRIBUTE_VALUE", "1"),
                Map.entry("OUTPUT_ATTRIBUTE_TYPE", "1"),
                Map.entry("OPT_OUT", "0"));
    }

    private String text(String template, boolean mode) {
        return NameMacros.text(template, new NameMacros(constants(mode), at, order.stampDigits.value()));
    }

    /** The key of a part, from 0. */
    String key(int part, int parts) {
        return keyed(text(order.fileName.value(), full).replace(SPLIT, split(part, parts)))
                + (order.gzip.value() ? ".gz" : "");
    }

    private String keyed(String name) {
        String folder = text(order.folder.value(), full);
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** C4. */
    private String split(int part, int parts) {
        if (order.splitNumbers.value().equals("dashed")) {
            return parts == 1 ? "" : "-" + (part + 1);
        }
        return part == 0 ? "" : String.format(Locale.ROOT, "%03d", part);
    }

    /** The name that all parts share, with {@code .sync}. */
    String root() {
        return text(order.fileName.value(), full).replace(SPLIT, "");
    }

    /** The key of the {@code .info} file. */
    String infoKey() {
        boolean mode = full ^ order.infoNamesOtherMode.value();
        String root = text(order.fileName.value(), mode).replace(SPLIT, "");
        String bare = root.endsWith(SUFFIX) ? root.substring(0, root.length() - SUFFIX.length()) : root;
        return keyed(bare + ".info");
    }

    /** The first line with its end; empty for none. */
    String header() {
        return order.header.value().isEmpty() ? "" : text(order.header.value(), full) + "\n";
    }

    /** A row without its end. */
    Template.Part row(Outside outside) {
        return Template.parse(order.row.value(), new RowMacros(outside, constants(full), destination.master(), at));
    }
}

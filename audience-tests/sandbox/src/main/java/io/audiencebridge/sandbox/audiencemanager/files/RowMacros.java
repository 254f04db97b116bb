// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.Ids;
import io.audiencebridge.sandbox.audiencemanager.profiles.Links;
import io.audiencebridge.sandbox.audiencemanager.profiles.ProfileStore;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import io.audiencebridge.sandbox.audiencemanager.profiles.Trait;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What macros mean in the rows of one file. Source: audience-manager.md, section 5.3.
 *
 * <p>UNVERIFIED: the times of a segment are those of the file; the deprecated {@code OPT_OUT} is 0 and {@code csegid} the
 * segment's number; a person without a device has empty {@code UUID} and {@code MCID}.
 */
final class RowMacros implements Template.Macros {
    private final Outside outside;
    private final Map<String, String> constants;
    private final long master;
    private final Instant at;
    private final Ids ids;
    private final ToIntFunction<OutboundRow> device;

    /**
     * Macros of a file.
     *
     * @param constants what is the same in all its rows
     * @param master the data source of the ids
     */
    RowMacros(Outside outside, Map<String, String> constants, long master, Instant at) {
        this.outside = outside;
        this.constants = constants;
        this.master = master;
        this.at = at;
        this.ids = outside.profiles().ids(master);
        Links links = outside.profiles().links(master);
        IdKind kind = outside.profiles().kind(master);
        this.device = kind.isDigits() ? OutboundRow::id : row -> links.newestOfRight(row.id());
    }

    @Override
    public Template.Part macro(String name, Map<String, String> options) {
        String constant = constants.get(name);
        if (constant != null) {
            byte[] text = constant.getBytes(StandardCharsets.UTF_8);
            return (row, out) -> out.put(text);
        }
        return switch (name) {
            case "DP_UUID" -> (row, out) -> out.put(ids, row.id());
            case "UUID" -> deviceAs(outside.profiles().ids(Profiles.DEVICES));
            case "MCID" -> deviceAs(outside.profiles().ecids());
            case "DP_UUID_LIST" -> ofDevice(master, options.getOrDefault("separator", ""));
            case "DPUUIDS" -> new DeclaredIdPairs(outside.profiles(), device, options.getOrDefault("format", ""));
            case "SEGMENT_LIST", "REMOVED_SEGMENT_LIST", "TRAIT_LIST" ->
                list(name, item(name.equals("TRAIT_LIST") ? "traitId" : "sid"), options);
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("There is no macro " + name + " in rows");
    }

    private Template.Part deviceAs(Ids form) {
        return (row, out) -> {
            int number = device.applyAsInt(row);
            if (number >= 0) {
                out.put(form, number);
            }
        };
    }

    private Template.Part ofDevice(long source, String separator) {
        Ids texts = outside.profiles().ids(source);
        Links links = outside.profiles().links(source);
        return (row, out) -> {
            int number = device.applyAsInt(row);
            String[] between = {""};
            if (number >= 0) {
                links.ofLeft(number).forEach(id -> {
                    out.put(between[0]);
                    out.put(texts, id);
                    between[0] = separator;
                });
            }
        };
    }

    @Override
    public Template.Part list(String name, Template.Part item, Map<String, String> options) {
        byte[] separator = options.getOrDefault("separator", "").getBytes(StandardCharsets.UTF_8);
        return switch (name) {
            case "SEGMENT_LIST" -> segments(false, item, separator);
            case "REMOVED_SEGMENT_LIST" -> segments(true, item, separator);
            case "TRAIT_LIST" -> traits(item, separator);
            default -> throw unknown(name);
        };
    }

    private static Template.Part segments(boolean left, Template.Part item, byte[] separator) {
        return (row, out) -> {
            for (int i = 0; i < row.count(left); i++) {
                if (i > 0) {
                    out.put(separator);
                }
                row.item(left, i);
                item.write(row, out);
            }
        };
    }

    private Template.Part traits(Template.Part item, byte[] separator) {
        ProfileStore store = outside.profiles().store(master);
        boolean people = outside.profiles().isCrossDevice(master);
        return (row, out) -> {
            int profile = people ? row.id() : device.applyAsInt(row);
            boolean[] first = {true};
            store.traits(profile).forEach(trait -> {
                if (!first[0]) {
                    out.put(separator);
                }
                first[0] = false;
                row.trait(trait, store.of(trait).last(profile));
                item.write(row, out);
            });
        };
    }

    @Override
    public Template.Part item(String attribute) {
        String millis = Long.toString(at.toEpochMilli());
        return switch (attribute) {
            case "sid", "segmentId", "csegid" ->
                (row, out) -> out.put(row.segment().sid());
            case "alias" -> (row, out) -> out.put(row.segment().alias());
            case "lastUpdateTime", "lastRealizationTime" -> (row, out) -> out.put(millis);
            case "traitId", "Id" -> (row, out) -> out.put(Long.toString(row.trait()));
            case "lastRealized" -> (row, out) -> out.put(Long.toString(row.realized()));
            case "type" -> (row, out) -> out.put(row.trait() == 0 ? "5" : type(row.trait()));
            default -> throw new IllegalArgumentException("There is no attribute " + attribute + " of a list's items");
        };
    }

    private String type(long sid) {
        Optional<Trait> trait = outside.definitions().trait(sid);
        return trait.filter(found -> found.type() == Trait.Type.RULE_BASED).isPresent() ? "3" : "10";
    }

    @Override
    public Function<OutboundRow, Boolean> condition(String name) {
        return switch (name) {
            case "SEGMENT_LIST" -> row -> row.count(false) > 0;
            case "REMOVED_SEGMENT_LIST" -> row -> row.count(true) > 0;
            case "UUID", "MCID" -> row -> device.applyAsInt(row) >= 0;
            default -> {
                boolean given = !constants.getOrDefault(name, "").isEmpty();
                yield row -> given;
            }
        };
    }
}

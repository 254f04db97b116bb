// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The macro {@code DPUUIDS}: the ids of some data sources that belong to the row's device, the newest first, as pairs in
 * JSON. Source: audience-manager.md, section 5.3.
 */
final class DeclaredIdPairs implements Template.Part {
    private final Profiles profiles;
    private final ToIntFunction<OutboundRow> device;
    private final long[] sources;
    private final int most;

    /**
     * The macro.
     *
     * @param format {@code dpids=1,2|maxMappings=n|format=json}; 0 mappings are all
     */
    DeclaredIdPairs(Profiles profiles, ToIntFunction<OutboundRow> device, String format) {
        this.profiles = profiles;
        this.device = device;
        Map<String, String> options = new HashMap<>();
        for (String option : format.split("\\|", -1)) {
            String[] sides = option.split("=", 2);
            options.put(sides[0].strip(), sides.length > 1 ? sides[1].strip() : "");
        }
        String wanted = options.getOrDefault("dpids", "");
        if (!wanted.matches("\\d+(,\\d+)*")
                || !options.getOrDefault("maxMappings", "0").matches("\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "DPUUIDS needs format=\"dpids=1,2|maxMappings=n|format=json\", but has '" + format + "'");
        }
        sources =
                Arrays.stream(wanted.split(",", -1)).mapToLong(Long::parseLong).toArray();
        most = Integer.parseInt(options.getOrDefault("maxMappings", "0"));
    }

    @Override
    public void write(OutboundRow row, RowBuffer out) {
        ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
        int number = device.applyAsInt(row);
        for (long source : sources) {
            if (number >= 0) {
                profiles.links(source)
                        .ofLeft(number)
                        .limit(most == 0 ? Integer.MAX_VALUE : most)
                        .forEach(id -> pairs.addArray()
                                .add(Long.toString(source))
                                .add(profiles.ids(source).text(id)));
            }
        }
        out.put(pairs.toString());
    }
}

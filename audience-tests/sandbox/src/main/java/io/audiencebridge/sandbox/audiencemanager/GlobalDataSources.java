// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The data sources of device ids, which nobody owns and everybody may use. Source: audience-manager.md, section 1.3. */
final class GlobalDataSources {
    private static final Map<Long, String> NAMES = new TreeMap<>(Map.of(
            20914L, "Google Advertising ID",
            20915L, "Apple Identifier for Advertisers",
            121963L, "Roku ID for Advertising",
            389146L, "Microsoft Advertising ID",
            963906L, "Samsung Tizen Identifier for Advertising",
            488258L, "Amazon Fire TV Advertising ID",
            1171485L, "LG Unique Device ID",
            1171489L, "Vizio Identifier for Advertising"));

    private GlobalDataSources() {}

    static Stream<ObjectNode> all() {
        return NAMES.keySet().stream().map(GlobalDataSources::item);
    }

    /** By number or by integration code; empty if it is none of these. */
    static Optional<ObjectNode> find(String address) {
        return all().filter(item -> item.path("dataSourceId").asText().equals(address)
                        || address.equals("ic:" + item.path("integrationCode").asText()))
                .findFirst();
    }

    /** UNVERIFIED: the integration codes of all but the first two. */
    private static ObjectNode item(long id) {
        String name = NAMES.getOrDefault(id, "");
        ObjectNode item = DataSourceResource.defaults();
        return item.put("dataSourceId", id)
                .put("name", name)
                .put("description", name)
                .put("integrationCode", "DSID_" + id)
                .put("idType", "DEVICE_ADVERTISING_ID")
                .put("inboundS2S", true)
                .put("outboundS2S", true)
                .put("pid", 0)
                .put("crUID", 0)
                .put("upUID", 0)
                .put("createTime", 0)
                .put("updateTime", 0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.net.URI;
import java.util.Map;

/** The regions of the data collection servers. Source: Audience Manager, "DCS region IDs, locations, and host names". */
final class Regions {
    static final Map<Integer, URI> DOCUMENTED = Map.of(
            3, at("apse"), // Singapore
            4, at("sae"), // São Paulo
            6, at("irl1"), // Dublin
            7, at("use"), // Virginia
            8, at("apse2"), // Sydney
            9, at("usw2"), // Oregon
            11, at("tyo3"), // Tokyo
            12, at("ind1")); // India

    private Regions() {}

    private static URI at(String region) {
        return URI.create("https://" + region + ".demdex.net");
    }
}

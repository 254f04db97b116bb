// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.util.List;
import java.util.Optional;

/**
 * A place with data collection servers. Source: audience-manager.md, section 1.8.
 *
 * @param id its number, {@code dcs_region} in answers
 * @param place where it is
 * @param host the name of its servers
 */
public record Region(int id, String place, String host) {
    /** All of them by number. */
    public static final List<Region> ALL = List.of(
            new Region(3, "Singapore", "apse.demdex.net"),
            new Region(4, "São Paulo", "sae.demdex.net"),
            new Region(6, "Dublin", "irl1.demdex.net"),
            new Region(7, "Virginia", "use.demdex.net"),
            new Region(8, "Sydney", "apse2.demdex.net"),
            new Region(9, "Oregon", "usw2.demdex.net"),
            new Region(11, "Tokyo", "tyo3.demdex.net"),
            new Region(12, "India", "ind1.demdex.net"));

    /** Where a caller is routed who names no region: the sandbox stands in Virginia. */
    static final int NEAREST = 7;

    /** The region of that number. */
    public static Optional<Region> of(int id) {
        return ALL.stream().filter(region -> region.id == id).findFirst();
    }

    static Optional<Region> ofHost(String host) {
        return ALL.stream().filter(region -> region.host.equals(host)).findFirst();
    }
}

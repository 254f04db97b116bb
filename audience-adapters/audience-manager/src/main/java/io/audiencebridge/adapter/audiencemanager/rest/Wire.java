// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import java.util.Optional;

/** Words of the wire that several readers share. */
final class Wire {
    /**
     * UNVERIFIED: which metric is a segment's current size. The total population of the last day is documented as the devices that qualify as of
     * yesterday.
     */
    static final String[] SIZES = {"totalUniques1Day", "totalUniquesLifetime"};

    private Wire() {}

    /** Status is written as a word in either case or as 1; where there is none, the thing is alive. */
    static boolean isActive(Optional<String> status) {
        return status.map(text -> text.equalsIgnoreCase("ACTIVE") || text.equals("1"))
                .orElse(true);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/**
 * Where the service's servers of a visitor are. A wrong region works, only slower, and new ones may come. Source: ID service, "DCS Region IDs, Locations, and Host
 * Names".
 *
 * @param number as the service gives it ({@code dcs_region}, {@code MCAAMLH})
 */
public record Region(int number) {
    private record Place(String name, String host) {}

    private static final Map<Integer, Place> PLACES = HashMap.ofEntries(
            Tuple.of(3, new Place("Singapore", "apse.demdex.net")),
            Tuple.of(4, new Place("S\u00e3o Paulo", "sae.demdex.net")),
            Tuple.of(6, new Place("Dublin", "irl1.demdex.net")),
            Tuple.of(7, new Place("Virginia", "use.demdex.net")),
            Tuple.of(8, new Place("Sydney", "apse2.demdex.net")),
            Tuple.of(9, new Place("Oregon", "usw2.demdex.net")),
            Tuple.of(11, new Place("Tokyo", "tyo3.demdex.net")),
            Tuple.of(12, new Place("India", "ind1.demdex.net")));

    /** Its place; none for a region that was not there when this was written. */
    public Option<String> place() {
        return PLACES.get(number).map(Place::name);
    }

    /** Its host; none as for {@link #place()}. */
    public Option<String> host() {
        return PLACES.get(number).map(Place::host);
    }
}

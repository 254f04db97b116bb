// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** In which region the data of whom is, as answers told. Safe for use by several threads. Source: Audience Manager, "DCS API methods and parameters". */
final class KnownRegions {
    private final IdDigests digests;
    private final Remembered<Integer> regions;

    KnownRegions(IdDigests digests, int most) {
        this.digests = digests;
        this.regions = new Remembered<>(most);
    }

    /** The region of the first id of which it is known. */
    synchronized Option<Integer> of(Vector<SentId> ids) {
        return ids.flatMap(id -> Option.of(regions.get(digests.of(id)))).headOption();
    }

    synchronized void learn(Vector<SentId> ids, int region) {
        ids.forEach(id -> regions.put(digests.of(id), region));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.dcs.IdDigests.Digest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of some ids; the longest unused one is forgotten for a new one. Not thread-safe: its owner locks.
 *
 * @param <V> what is known
 */
final class Remembered<V> extends LinkedHashMap<Digest, V> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;
    private static final int FIRST_ROOM = 16;

    private final int most;

    Remembered(int most) {
        super(FIRST_ROOM, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Digest, V> eldest) {
        return size() > most;
    }
}

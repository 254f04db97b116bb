// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import java.util.BitSet;

/** Which ids of a set are among others that pass by in the same order. Not thread-safe. */
final class IdsAmong {
    private final IdSet ids;
    private final BitSet seen = new BitSet();
    private int next;

    IdsAmong(IdSet ids) {
        this.ids = ids;
    }

    /** Whether an id that passes later may be one of them. */
    boolean isOpen() {
        return next < ids.size();
    }

    /** Takes the next of the others. */
    void pass(long high, long low) {
        while (isOpen() && IdSet.compare(ids.high(next), ids.low(next), high, low) < 0) {
            next++;
        }
        if (isOpen() && ids.high(next) == high && ids.low(next) == low) {
            seen.set(next++);
        }
    }

    /** Those that passed. */
    IdSet found() {
        IdSetBuilder found = new IdSetBuilder(seen.cardinality());
        for (int i = seen.nextSetBit(0); i >= 0; i = seen.nextSetBit(i + 1)) {
            found.add(ids.high(i), ids.low(i));
        }
        return found.build();
    }
}

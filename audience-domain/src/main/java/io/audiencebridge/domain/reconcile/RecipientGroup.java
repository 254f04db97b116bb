// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;

/** The recipients of a key that several have. Holds each at most a few times, however often it comes. Not thread-safe. */
final class RecipientGroup {
    private static final int FEW = 16;

    private IdSetBuilder ids = new IdSetBuilder(2);
    private int added;
    private int most = FEW;

    void add(long high, long low) {
        ids.add(high, low);
        if (++added == most) {
            IdSet distinct = ids.build();
            ids = new IdSetBuilder(FEW).addAll(distinct);
            added = distinct.size();
            most = Math.max(FEW, 2 * added);
        }
    }

    IdSet recipients() {
        return ids.build();
    }
}

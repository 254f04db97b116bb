// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.batches.adapter.campaign;

import io.audiencebridge.domain.member.TextKeys;
import io.vavr.collection.Vector;

public final class CollectsPersons {
    private Vector<Integer> rows = Vector.empty();

    int accept(TextKeys batch) {
        rows = rows.append(batch.size());
        return rows.size();
    }
}

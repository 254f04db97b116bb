// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.batches.adapter.campaign;

import io.audiencebridge.architecturetests.violators.batches.domain.member.KeySource;
import java.util.ArrayList;
import java.util.List;

public final class BoxesRows implements KeySource {
    private final List<Long> rows = new ArrayList<>();

    @Override
    public boolean next() {
        return rows.add(System.identityHashCode(this) * 2L);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.domain.member.IdSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The ids of recipients, as many at a time as one condition takes. Not thread-safe. */
final class ChosenPersons implements Supplier<List<Literal>> {
    /** Ids in one condition. UNVERIFIED: what an IN takes. */
    private static final int AT_A_TIME = 500;

    private final IdSet recipients;
    private int next;

    ChosenPersons(IdSet recipients) {
        this.recipients = recipients;
    }

    @Override
    public List<Literal> get() {
        List<Literal> ids = new ArrayList<>(AT_A_TIME);
        for (int end = Math.min(recipients.size(), next + AT_A_TIME); next < end; next++) {
            ids.add(Keyset.literal(recipients.high(next), recipients.low(next)));
        }
        return ids;
    }
}

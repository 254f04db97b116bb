// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Pages behind the key of the last row. Only an empty page is the end: a server may give fewer rows than asked for. */
final class ByKey implements Succession {
    private final XPath key;
    private final boolean descending;
    private final Paging paging;
    private final RecordKey current = new RecordKey();

    ByKey(XPath key, boolean descending) {
        this.key = key;
        this.descending = descending;
        this.paging = new Paging(descending);
    }

    @Override
    public SelectMarkup.Window window(int lines) {
        long line = paging.turn();
        return new SelectMarkup.Window(behind(), line, (int) Math.min(lines + paging.repeated(), Integer.MAX_VALUE));
    }

    @Override
    public Verdict judge(Row row, int index) {
        if (!current.read(row, key.place())) {
            return Verdict.NO_KEY;
        }
        return switch (paging.place(index == 0, current.high(), current.low())) {
            case AHEAD -> {
                paging.whole(current.high(), current.low(), index);
                yield Verdict.GOOD;
            }
            case KNOWN -> Verdict.KNOWN;
            case BACKWARDS -> Verdict.BACKWARDS;
            case SKIPPED -> {
                paging.stepBack();
                yield Verdict.AGAIN;
            }
        };
    }

    @Override
    public Verdict turn(int seen, int fresh) {
        if (fresh > 0) {
            return Verdict.GOOD;
        }
        return seen > paging.repeated() ? Verdict.BACKWARDS : Verdict.END;
    }

    @Override
    public boolean canFallBack(BridgeError error) {
        return paging.canFallBack(error);
    }

    private Seq<Condition> behind() {
        if (!paging.isBehind()) {
            return Vector.empty();
        }
        Literal last = Keyset.literal(paging.high(), paging.low());
        return Vector.of(descending ? Condition.lessThan(key, last) : Condition.greaterThan(key, last));
    }
}

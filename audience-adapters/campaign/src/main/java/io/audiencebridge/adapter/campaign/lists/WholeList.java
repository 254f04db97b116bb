// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The rows of a list that is looked for once more at their end: one that was deleted meanwhile only looks shorter than it was, and must not pass for whole. One
 * reader.
 */
public final class WholeList implements KeySource {
    private final KeySource rows;
    private final RecipientLists lists;
    private final CampaignList list;
    private final Call call;

    /** The rows of {@code list}. */
    public WholeList(KeySource rows, RecipientLists lists, CampaignList list, Call call) {
        this.rows = rows;
        this.lists = lists;
        this.list = list;
        this.call = call;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return rows.next().flatMap(batch -> batch.isDefined() ? Either.right(batch) : end());
    }

    @Override
    public void close() {
        rows.close();
    }

    private Either<BridgeError, Option<TextKeys>> end() {
        return lists.stillThere(list, "read", call).map(there -> Option.none());
    }
}

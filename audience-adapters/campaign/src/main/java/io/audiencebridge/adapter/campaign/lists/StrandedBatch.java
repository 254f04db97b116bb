// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * A batch that Campaign refused because of what some of its recipients are: deleted meanwhile, or members already on a server that does not write over them. The
 * others must not be lost with them. So Campaign is asked who of the batch exists and who is in the list by now; the rest goes out again. Not thread-safe.
 */
final class StrandedBatch {
    private static final int ATTEMPTS = 3;
    private final CampaignSoap soap;
    private final CampaignList list;
    private long missing;

    StrandedBatch(CampaignSoap soap, CampaignList list) {
        this.soap = soap;
        this.list = list;
    }

    /** Recipients found missing so far. */
    long missing() {
        return missing;
    }

    /** Right: how many of the batch are in the list now; all others are missing. Left: {@code refusal} when it cannot be explained that way. */
    Either<BridgeError, Long> settle(
            Writing writing, BridgeError refusal, long[] high, long[] low, int from, int to, Call call) {
        IdSet batch = set(high, low, from, to);
        BridgeError last = refusal;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Either<BridgeError, IdSet> there = among("nms:recipient", "id", Vector.empty(), batch, call);
            Either<BridgeError, IdSet> outside =
                    there.flatMap(known -> members(known, call).map(known::minus));
            if (outside.isLeft()) {
                return Either.left(outside.getLeft());
            }
            Either<BridgeError, Boolean> written = write(writing, outside.get());
            if (written.isRight()) {
                missing += batch.size() - there.get().size();
                return Either.right((long) there.get().size());
            }
            last = written.getLeft();
            if (!(last instanceof BridgeError.Conflict)) {
                break;
            }
        }
        return Either.left(last);
    }

    private Either<BridgeError, IdSet> members(IdSet recipients, Call call) {
        return among(Relation.SCHEMA, Relation.RECIPIENT, Vector.of(Relation.of(list.id())), recipients, call);
    }

    private Either<BridgeError, IdSet> among(
            String schema, String attribute, Vector<Condition> conditions, IdSet ids, Call call) {
        if (ids.size() == 0) {
            return Either.right(IdSet.EMPTY);
        }
        XPath path = XPath.of("@" + attribute);
        IdSetBuilder found = new IdSetBuilder();
        Query query = Query.on(schema)
                .select(path)
                .conditions(conditions.append(Relation.among(path, high(ids), low(ids), 0, ids.size())))
                .limit(ids.size())
                .build();
        return soap.select(query, row -> add(row.text(attribute), found), call).map(read -> found.build());
    }

    private static void add(String id, IdSetBuilder found) {
        RecipientId.parse(id).forEach(recipient -> found.add(recipient.high(), recipient.low()));
    }

    private static Either<BridgeError, Boolean> write(Writing writing, IdSet ids) {
        return ids.size() == 0 ? Either.right(true) : writing.write(high(ids), low(ids), 0, ids.size());
    }

    private static IdSet set(long[] high, long[] low, int from, int to) {
        IdSetBuilder ids = new IdSetBuilder();
        for (int i = from; i < to; i++) {
            ids.add(high[i], low[i]);
        }
        return ids.build();
    }

    private static long[] high(IdSet ids) {
        long[] high = new long[ids.size()];
        for (int i = 0; i < high.length; i++) {
            high[i] = ids.high(i);
        }
        return high;
    }

    private static long[] low(IdSet ids) {
        long[] low = new long[ids.size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = ids.low(i);
        }
        return low;
    }

    /** Writes memberships. */
    @FunctionalInterface
    interface Writing {
        Either<BridgeError, Boolean> write(long[] high, long[] low, int from, int to);
    }
}

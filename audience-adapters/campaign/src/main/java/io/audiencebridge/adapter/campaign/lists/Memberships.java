// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.MarkupWriter;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * Puts recipients into one list and takes them out, batch by batch. Both may be repeated: a membership that is there already is written over, and a deletion
 * by condition finds nothing the second time. So a batch that was refused, or left without an answer, goes out again in halves. Not thread-safe.
 */
final class Memberships {
    private final CampaignSoap soap;
    private final RecipientLists lists;
    private final CampaignList list;
    private final Call call;
    private final BatchSize size;
    private final StrandedBatch stranded;
    private final Patience patience = new Patience();
    private long done;

    Memberships(CampaignSoap soap, RecipientLists lists, CampaignList list, int batchSize, Call call) {
        this.soap = soap;
        this.lists = lists;
        this.list = list;
        this.call = call;
        this.size = new BatchSize(batchSize);
        this.stranded = new StrandedBatch(soap, list);
    }

    /** Recipients written or removed so far. */
    long done() {
        return done;
    }

    /** Recipients that could not be put in, since Campaign has them no more. */
    long missing() {
        return stranded.missing();
    }

    /** Recipients in one call at most. */
    int most() {
        return size.most();
    }

    CampaignList list() {
        return list;
    }

    Call call() {
        return call;
    }

    /** Carries {@code change} out for the first {@code count} recipients of the two arrays. */
    Either<BridgeError, Long> change(Change change, long[] high, long[] low, int count) {
        int from = 0;
        while (from < count) {
            int to = Math.min(count, from + size.now());
            Either<BridgeError, Boolean> sent = batch(change, high, low, from, to);
            if (sent.isLeft()) {
                return Either.left(sent.getLeft());
            }
            from = sent.get() ? to : from;
        }
        return Either.right(done);
    }

    /** Whether the list is still there: a server without foreign keys takes changes of a list that is gone without a word. */
    Either<BridgeError, CampaignList> stillThere() {
        return lists.stillThere(list, "changed", call);
    }

    /** Right: whether it is through; if not, it is to be sent again, smaller. */
    private Either<BridgeError, Boolean> batch(Change change, long[] high, long[] low, int from, int to) {
        Either<BridgeError, Boolean> sent = call.check().flatMap(open -> send(change, high, low, from, to));
        if (sent.isRight()) {
            done += to - from;
            patience.restore();
            size.succeeded();
            return sent;
        }
        BridgeError error = sent.getLeft();
        if (change == Change.ADD && isAboutRecords(error)) {
            return stillThere()
                    .flatMap(there -> stranded.settle(this::add, error, high, low, from, to, call))
                    .map(in -> {
                        done += in;
                        return true;
                    });
        }
        return patience.allowsAnother(error) && size.shrink(to - from)
                ? Either.right(false)
                : Either.left(patience.told(error));
    }

    private static boolean isAboutRecords(BridgeError error) {
        return error instanceof BridgeError.Conflict || error instanceof BridgeError.NotFound;
    }

    private Either<BridgeError, Boolean> send(Change change, long[] high, long[] low, int from, int to) {
        return change == Change.ADD ? add(high, low, from, to) : remove(high, low, from, to);
    }

    private Either<BridgeError, Boolean> add(long[] high, long[] low, int from, int to) {
        return soap.writeCollection(
                Relation.SCHEMA,
                out -> {
                    out.open(Relation.ELEMENT).attribute("xtkschema", Relation.SCHEMA);
                    for (int i = from; i < to; i++) {
                        membership(RecipientId.text(high[i], low[i]), out);
                    }
                    out.close();
                },
                call);
    }

    private Either<BridgeError, Boolean> remove(long[] high, long[] low, int from, int to) {
        return soap.deleteCollection(
                Relation.SCHEMA,
                Vector.of(Relation.of(list.id()))
                        .appendAll(range(high, low, from, to))
                        .append(Relation.among(Relation.RECIPIENT_PATH, high, low, from, to)),
                call);
    }

    /** Bounds that let an index find the memberships; UUIDs have none. */
    private static Vector<Condition> range(long[] high, long[] low, int from, int to) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        boolean numbers = true;
        for (int i = from; i < to; i++) {
            numbers &= Keyset.isNumber(high[i], low[i]);
            least = Math.min(least, low[i]);
            greatest = Math.max(greatest, low[i]);
        }
        return numbers
                ? Vector.of(
                        Condition.atLeast(Relation.RECIPIENT_PATH, Literal.of(least)),
                        Condition.atMost(Relation.RECIPIENT_PATH, Literal.of(greatest)))
                : Vector.empty();
    }

    private void membership(String recipient, MarkupWriter out) {
        out.open(Relation.ELEMENT)
                .attribute("_operation", "insertOrUpdate")
                .attribute("_key", Relation.KEY)
                .attribute(Relation.GROUP, list.id())
                .attribute(Relation.RECIPIENT, recipient)
                .close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.MembershipReport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.vavr.control.Either;
import java.util.BitSet;

/**
 * Replaces who is in a list by the difference: additions first, removals last, so that whoever is in and stays is never missing, wherever it is cut off. Needs 16
 * bytes for each wanted and for each leaving member, whatever the order in which the list is read. Not thread-safe.
 */
final class Replacement {
    private final Memberships memberships;
    private final Call call;
    private final IdSet wanted;
    private final BitSet present;
    private final IdSetBuilder leaving = new IdSetBuilder();

    Replacement(Memberships memberships, IdSet wanted) {
        this.memberships = memberships;
        this.call = memberships.call();
        this.wanted = wanted;
        this.present = new BitSet(wanted.size());
    }

    /** Compares with {@code members}, who are in the list now, and writes the difference. */
    Either<BridgeError, MembershipReport> over(KeySource members) {
        return Batches.each(members, "reading members", call, this::compare).flatMap(read -> write(leaving.build()));
    }

    private Either<BridgeError, Integer> compare(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            int index = wanted.indexOf(batch.recipientHigh(row), batch.recipientLow(row));
            if (index >= 0) {
                present.set(index);
            } else {
                leaving.add(batch.recipientHigh(row), batch.recipientLow(row));
            }
        }
        return Either.right(batch.size());
    }

    private Either<BridgeError, MembershipReport> write(IdSet gone) {
        int kept = present.cardinality();
        return add(wanted.size() - kept)
                .flatMap(entered -> remove(gone)
                        .map(left -> MembershipReport.builder()
                                .kept(kept)
                                .entered(entered)
                                .left(left)
                                .missing(memberships.missing())
                                .build()));
    }

    private Either<BridgeError, Long> add(int entering) {
        MembershipStream stream = new MembershipStream(memberships, Change.ADD);
        int seen = 0;
        for (int i = present.nextClearBit(0); i < wanted.size(); i = present.nextClearBit(i + 1)) {
            Either<BridgeError, Memberships> taken = stream.take(wanted.high(i), wanted.low(i));
            if (taken.isLeft()) {
                return Either.left(taken.getLeft());
            }
            tell("adding members", ++seen, entering);
        }
        return stream.finish().map(all -> {
            call.progress().moved("adding members", entering, entering);
            return all.done();
        });
    }

    private Either<BridgeError, Long> remove(IdSet gone) {
        long before = memberships.done();
        MembershipStream stream = new MembershipStream(memberships, Change.REMOVE);
        for (int i = 0; i < gone.size(); i++) {
            Either<BridgeError, Memberships> taken = stream.take(gone.high(i), gone.low(i));
            if (taken.isLeft()) {
                return Either.left(taken.getLeft());
            }
            tell("removing members", i + 1, gone.size());
        }
        return stream.finish().map(all -> {
            call.progress().moved("removing members", gone.size(), gone.size());
            return all.done() - before;
        });
    }

    /** At every whole batch: what comes after it is not written yet. */
    private void tell(String step, int done, int total) {
        if (done % memberships.most() == 0) {
            call.progress().moved(step, done, total);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * Changes a list's members, some hundred a call. What was written stays written after an abort or a failure: the same change again ends in the state that an
 * undisturbed one would have left, since every call may be repeated. Recipients that Campaign has no more do not keep the others out, but a run that counted
 * them as members must not succeed: finishing fails with {@code Conflict} then.
 */
final class MembershipSink implements KeySink<WriteSummary> {
    private final MembershipStream stream;

    MembershipSink(Memberships memberships, WriteOrder.Change change) {
        this.stream = new MembershipStream(memberships, change);
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        return stream.accept(batch);
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return stream.finish()
                .flatMap(memberships -> memberships.missing() == 0
                        ? Either.right(new WriteSummary(memberships.done(), Vector.empty()))
                        : Either.left(missing(memberships)));
    }

    @Override
    public void abort() {
        stream.abort();
    }

    private static BridgeError missing(Memberships memberships) {
        return new BridgeError.Conflict(
                memberships.missing() + " of "
                        + (memberships.missing() + memberships.done())
                        + " recipients could not enter list "
                        + memberships.list().id()
                        + ", since Campaign has them no more; the others are in. Run it again, so that it is matched with fresh data",
                memberships.call().incident());
    }
}

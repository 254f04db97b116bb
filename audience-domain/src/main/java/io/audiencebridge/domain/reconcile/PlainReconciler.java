// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The plain reconciler: whole keys in a hash map, nothing clever. It is the oracle that faster engines are held to.
 *
 * <p>Holds every distinct member key in memory; recipients are streamed and never held. One instance may serve several calls at once.
 */
public final class PlainReconciler {
    /** A reconciler without state. */
    public PlainReconciler() {}

    /** Matches the members of {@code task} with its recipients. Left: a source failed, the call ended, the counts do not add up, or {@code InvalidRequest} for proof of packed recipients. */
    public Either<BridgeError, Matching> match(MatchTask task, Call call) {
        return Proof.possible(task)
                .flatMap(possible -> possible.packedRecipients()
                        ? new PlainPackedMatch(possible, call).match()
                        : whole(possible, call));
    }

    private static Either<BridgeError, Matching> whole(MatchTask task, Call call) {
        MemberIndex index = new MemberIndex(task.keptMembers());
        return readMembers(task, index, call)
                .flatMap(read -> readRecipients(task, index, call))
                .flatMap(read -> {
                    Matching matching = index.settle(task.ambiguity());
                    return matching.tally().balanced().map(balanced -> matching);
                });
    }

    private static Either<BridgeError, Long> readMembers(MatchTask task, MemberIndex index, Call call) {
        KeyTranslator wire = KeyTranslator.checkingWire(task.key());
        byte[] key = new byte[KeyTranslator.LONGEST];
        return drain(task.members(), call, batch -> {
            for (int row = 0; row < batch.size(); row++) {
                int length = batch.has(row, TextKeys.UNDECIDABLE)
                        ? KeyTranslator.INVALID
                        : wire.translate(batch.text(), batch.start(row), batch.end(row), key);
                index.member(key, length);
            }
        });
    }

    private static Either<BridgeError, Long> readRecipients(MatchTask task, MemberIndex index, Call call) {
        KeyTranslator stored = KeyTranslator.storedToWire(task.key());
        byte[] key = new byte[KeyTranslator.LONGEST];
        return drain(task.recipients(), call, batch -> {
            for (int row = 0; row < batch.size(); row++) {
                int length = batch.has(row, TextKeys.KEYLESS)
                        ? KeyTranslator.INVALID
                        : stored.translate(batch.text(), batch.start(row), batch.end(row), key);
                if (length != KeyTranslator.INVALID) {
                    index.recipient(key, length, batch, row);
                }
            }
        });
    }

    static Either<BridgeError, Long> drain(KeySource source, Call call, Rows rows) {
        long seen = 0;
        while (true) {
            Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> source.next());
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            if (next.get().isEmpty()) {
                return Either.right(seen);
            }
            TextKeys batch = next.get().get();
            rows.take(batch);
            seen += batch.size();
        }
    }

    /** Takes batches. */
    interface Rows {
        void take(TextKeys batch);
    }
}

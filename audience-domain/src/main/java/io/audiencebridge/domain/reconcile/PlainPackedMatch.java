// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The plain reconciler's way with recipients whose keys are packed: packed members in the same hash map, since whole keys are not there to be compared. */
final class PlainPackedMatch {
    private final MatchTask task;
    private final Call call;
    private final KeyPacker members;
    private final KeyPacker recipients;
    private final MemberIndex index = new MemberIndex(IdSet.EMPTY);

    PlainPackedMatch(MatchTask task, Call call) {
        this.task = task;
        this.call = call;
        this.members = KeyPacker.ofMembers(task);
        this.recipients = KeyPacker.ofRecipients(task);
    }

    Either<BridgeError, Matching> match() {
        for (int i = 0; i < task.keptMembers().size(); i++) {
            byte[] kept = text(task.keptMembers().high(i), task.keptMembers().low(i));
            index.member(kept, kept.length);
        }
        return PlainReconciler.drain(task.members(), call, this::members)
                .flatMap(read -> PlainReconciler.drain(task.recipients(), call, this::recipients))
                .map(read -> index.settle(task.ambiguity()))
                .flatMap(matching -> matching.tally().balanced().map(balanced -> matching));
    }

    private void members(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            boolean valid = !batch.has(row, TextKeys.UNDECIDABLE)
                    && members.pack(batch.text(), batch.start(row), batch.end(row));
            byte[] key = text(members.high(), members.low());
            index.member(key, valid ? key.length : KeyTranslator.INVALID);
        }
    }

    private void recipients(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.KEYLESS) && recipients.pack(batch.text(), batch.start(row), batch.end(row))) {
                byte[] key = text(recipients.high(), recipients.low());
                index.recipient(key, key.length, batch, row);
            }
        }
    }

    private static byte[] text(long high, long low) {
        HexFormat hex = HexFormat.of();
        return (hex.toHexDigits(high) + hex.toHexDigits(low)).getBytes(StandardCharsets.US_ASCII);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Visitor ids made up while they are read: 60% of the members are recipients', 2% come twice, 1% of the recipients share a key with the one before, one in 500 opted out. */
final class ManyRows implements KeySource {
    private static final int DIGITS = 38;
    private static final int HALF = 19;
    private static final long LARGEST = 1_000_000_000_000_000_000L;

    private final TextKeysBuilder builder = new TextKeysBuilder();
    private final byte[] key = new byte[DIGITS];
    private final long rows;
    private final long recipients;
    private final boolean named;
    private long row;

    private ManyRows(long rows, long recipients, boolean named) {
        this.rows = rows;
        this.recipients = recipients;
        this.named = named;
    }

    static MatchTask task(long members, long recipients) {
        return MatchTask.builder()
                .key(new ReconciliationKey.Visitor())
                .members(new ManyRows(members, recipients, false))
                .recipients(new ManyRows(recipients, recipients, true))
                .build();
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (row < rows && !builder.isFull()) {
            long number = named ? recipientsKey() : membersKey();
            write(mix(number), 0);
            write(mix(~number), HALF);
            byte marks = named && row % 500 == 0 ? TextKeys.OPTED_OUT : 0;
            builder.recipient(0, named ? row : 0).key(key, 0, DIGITS, marks);
            row++;
        }
        return Either.right(builder.size() == 0 ? Option.none() : Option.some(builder.build()));
    }

    @Override
    public void close() {}

    private long recipientsKey() {
        return row % 100 == 1 ? row - 1 : row;
    }

    private long membersKey() {
        long like = row % 50 == 1 ? row - 1 : row;
        long chance = Long.remainderUnsigned(mix(like), 10);
        return chance < 6 ? Long.remainderUnsigned(mix(like * 7), recipients) : recipients + like;
    }

    private void write(long number, int from) {
        long rest = Long.remainderUnsigned(number, LARGEST);
        for (int i = from + HALF - 1; i >= from; i--) {
            key[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.MatchTask;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A made-up list and a ledger, both by fingerprints: the list's are members by their hash, the ledger's are recipients of their own id. The same seed gives the same world. */
final class LedgerWorld {
    private static final int FINGERPRINT_BYTES = 16;

    private final Random random;
    private final int different;
    private final IdSet ledger;
    private final TextKeysBuilder list = new TextKeysBuilder();
    private final IdSetBuilder known = new IdSetBuilder();

    LedgerWorld(long seed) {
        random = new Random(seed);
        different = 1 + random.nextInt(100);
        IdSetBuilder shared = new IdSetBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            int which = random.nextInt(different);
            shared.add(high(which), low(which));
        }
        ledger = shared.build();
        for (int i = random.nextInt(200); i > 0; i--) {
            int which = random.nextInt(different);
            byte[] hash =
                    "%016x%016x%032x".formatted(high(which), low(which), 0).getBytes(StandardCharsets.UTF_8);
            list.key(hash, 0, hash.length, (byte) 0);
            if (ledger.contains(high(which), low(which))) {
                known.add(high(which), low(which));
            }
        }
    }

    /** The task; to be asked for once. */
    MatchTask task() {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int i = 0; i < ledger.size(); i++) {
            byte[] packed = ByteBuffer.allocate(FINGERPRINT_BYTES)
                    .putLong(ledger.high(i))
                    .putLong(ledger.low(i))
                    .array();
            rows.recipient(ledger.high(i), ledger.low(i)).key(packed, 0, packed.length, (byte) 0);
        }
        return MatchTask.builder()
                .key(ReconciliationKey.Declared.builder()
                        .field("fingerprint")
                        .stored(KeyForm.SHA256)
                        .wire(KeyForm.SHA256)
                        .build())
                .members(new RowSource(List.of(list.build())))
                .recipients(new RowSource(List.of(rows.build())))
                .packedRecipients(true)
                .build();
    }

    /** What both have. */
    IdSet known() {
        return known.build();
    }

    private static long high(int which) {
        return which % 7 == 0 ? 0 : Long.rotateLeft(0x9E3779B97F4A7C15L * which, which);
    }

    private static long low(int which) {
        return which % 5 == 0 ? which : -which * 0xC4CEB9FE1A85EC53L;
    }
}

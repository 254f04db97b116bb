// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.TextKeys;

/**
 * One worker's look-ups of recipients' keys among the members'. Keys are looked up many at a time: where each would stand is read for all of them first, so that the waits for
 * memory overlap.
 */
final class RecipientKeys implements BatchWorker {
    private static final int AT_ONCE = 512;

    private final KeyPacker packer;
    private final KeyHash hash;
    private final MemberTable[] tables;
    private final NamedRecipients.Pen pen;
    private final long[] hashes = new long[AT_ONCE];
    private final long[] lows = new long[AT_ONCE];
    private final int[] rows = new int[AT_ONCE];
    private final int[] slots = new int[AT_ONCE];
    private final long[] there = new long[AT_ONCE];

    RecipientKeys(KeyPacker packer, KeyHash hash, MemberTable[] tables, NamedRecipients.Pen pen) {
        this.packer = packer;
        this.hash = hash;
        this.tables = tables;
        this.pen = pen;
    }

    @Override
    public void take(TextKeys batch) {
        byte[] text = batch.text();
        int size = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.KEYLESS) && packer.pack(text, batch.start(row), batch.end(row))) {
                hashes[size] = hash.of(packer.high(), packer.low());
                lows[size] = packer.low();
                rows[size++] = row;
                if (size == AT_ONCE) {
                    look(batch, size);
                    size = 0;
                }
            }
        }
        look(batch, size);
    }

    private void look(TextKeys batch, int size) {
        for (int i = 0; i < size; i++) {
            MemberTable table = table(i);
            slots[i] = table.slot(hashes[i]);
            there[i] = table.hash(slots[i]);
        }
        int hits = 0;
        for (int i = 0; i < size; i++) {
            int slot = slots[i];
            if (Long.compareUnsigned(there[i], hashes[i]) < 0) {
                slot = table(i).seek(slot, hashes[i]);
                there[i] = table(i).hash(slot);
            }
            if (there[i] == hashes[i]) {
                hashes[hits] = hashes[i];
                lows[hits] = lows[i];
                rows[hits] = rows[i];
                slots[hits++] = slot;
            }
        }
        for (int i = 0; i < hits; i++) {
            int slot = table(i).find(slots[i], hashes[i], lows[i]);
            if (slot >= 0) {
                hit(batch, rows[i], table(i), slot);
            }
        }
    }

    private void hit(TextKeys batch, int row, MemberTable table, int slot) {
        if (batch.has(row, TextKeys.OPTED_OUT)) {
            pen.suppress(table, slot);
        } else {
            pen.name(table, slot, batch.recipientHigh(row), batch.recipientLow(row));
        }
    }

    private MemberTable table(int i) {
        return tables[MemberTable.partition(hashes[i])];
    }
}

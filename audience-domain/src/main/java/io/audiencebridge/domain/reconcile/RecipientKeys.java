// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.TextKeys;
import java.util.Arrays;

/**
 * One worker's look-ups of recipients' keys among the members'. A filter drops most keys that no member has. The others are laid out by where they would stand, and looked up
 * when many of one place are together: they find that part of the table, and the addresses of its pages, in the processor's caches. Where each would stand is read for all of
 * them first, so that the waits for memory overlap.
 */
final class RecipientKeys implements BatchWorker {
    private static final int AT_ONCE = 512;
    private static final int LONGS = 3;
    private static final int FIRST = 32 * LONGS;
    private static final int MOST_PLACES = 4096;

    /** Bytes of hashes in a place: a processor's own caches have room for them, and for the addresses of all that is read beside them. */
    private static final int PLACE = 128 << 10;

    private final KeyPacker packer;
    private final KeyHash hash;
    private final KeyFilter filter;
    private final MemberTables tables;
    private final NamedRecipients.Pen pen;
    private final int placeBits;
    private final long[][] places;
    private final int[] sizes;
    private final long[] hashes = new long[AT_ONCE];
    private final long[] lows = new long[AT_ONCE];
    private final int[] rows = new int[AT_ONCE];
    private final int[] passing = new int[AT_ONCE];
    private final int[] slots = new int[AT_ONCE];
    private final int[] ends = new int[AT_ONCE];
    private final int[] there = new int[AT_ONCE];
    private final int[] hits = new int[AT_ONCE];

    RecipientKeys(KeyPacker packer, KeyHash hash, KeyFilter filter, MemberTables tables, NamedRecipients.Pen pen) {
        this.packer = packer;
        this.hash = hash;
        this.filter = filter;
        this.tables = tables;
        this.pen = pen;
        this.placeBits = placeBits(tables);
        this.places = new long[1 << placeBits][];
        this.sizes = new int[1 << placeBits];
    }

    @Override
    public void take(TextKeys batch) {
        for (int row = 0; row < batch.size(); row += AT_ONCE) {
            int packed = pack(batch, row, Math.min(batch.size(), row + AT_ONCE));
            int passed = filter.sift(hashes, packed, passing);
            for (int i = 0; i < passed; i++) {
                take(batch, rows[passing[i]], hashes[passing[i]], lows[passing[i]]);
            }
        }
    }

    @Override
    public void end() {
        for (int place = 0; place < places.length; place++) {
            look(places[place], sizes[place]);
            sizes[place] = 0;
        }
    }

    private static int placeBits(MemberTables tables) {
        long bytes = tables.keys() * Integer.BYTES;
        int bits = 0;
        while (bytes >> bits > PLACE && 1 << bits < MOST_PLACES) {
            bits++;
        }
        return bits;
    }

    private int pack(TextKeys batch, int from, int to) {
        byte[] text = batch.text();
        int packed = 0;
        for (int row = from; row < to; row++) {
            if (!batch.has(row, TextKeys.KEYLESS) && packer.pack(text, batch.start(row), batch.end(row))) {
                hashes[packed] = hash.of(packer.high(), packer.low());
                lows[packed] = packer.low();
                rows[packed++] = row;
            }
        }
        return packed;
    }

    private void take(TextKeys batch, int row, long hashed, long low) {
        long recipient = batch.recipientLow(row);
        if (batch.recipientHigh(row) == recipient >> (Long.SIZE - 1) && !batch.has(row, TextKeys.OPTED_OUT)) {
            add(hashed, low, recipient);
        } else {
            lookNow(batch, row, hashed, low);
        }
    }

    private void add(long hashed, long low, long recipient) {
        int place = placeBits == 0 ? 0 : (int) (hashed >>> (Long.SIZE - placeBits));
        long[] entries = places[place];
        int size = sizes[place];
        if (entries == null || size == entries.length) {
            entries = room(place, entries, size);
            size = sizes[place];
        }
        entries[size] = hashed;
        entries[size + 1] = low;
        entries[size + 2] = recipient;
        sizes[place] = size + LONGS;
    }

    private long[] room(int place, long[] entries, int size) {
        if (entries != null && size == AT_ONCE * LONGS) {
            look(entries, size);
            sizes[place] = 0;
            return entries;
        }
        long[] more = entries == null ? new long[FIRST] : Arrays.copyOf(entries, Math.min(AT_ONCE * LONGS, size * 4));
        places[place] = more;
        return more;
    }

    private void look(long[] entries, int size) {
        for (int at = 0, i = 0; at < size; at += LONGS, i++) {
            MemberTable table = tables.of(entries[at]);
            slots[i] = table.start(entries[at]);
            ends[i] = table.end(entries[at]);
            there[i] = table.middleAt(slots[i]);
        }
        int found = 0;
        for (int at = 0, i = 0; at < size; at += LONGS, i++) {
            int middle = MemberTable.middle(entries[at]);
            if (there[i] != middle) {
                slots[i] = there[i] > middle ? ends[i] : tables.of(entries[at]).seek(slots[i] + 1, ends[i], middle);
            }
            hits[found] = i;
            found += slots[i] < ends[i] ? 1 : 0;
        }
        name(entries, found);
    }

    /** Keys are compared, and their marks read, before one is named: naming is atomic, and would let each of these wait for memory alone. */
    private void name(long[] entries, int found) {
        for (int hit = 0; hit < found; hit++) {
            int at = hits[hit] * LONGS;
            slots[hit] = tables.of(entries[at]).find(slots[hits[hit]], ends[hits[hit]], entries[at], entries[at + 1]);
        }
        for (int hit = 0; hit < found; hit++) {
            there[hit] =
                    slots[hit] < 0 ? 0 : tables.of(entries[hits[hit] * LONGS]).mark(slots[hit]);
        }
        for (int hit = 0; hit < found; hit++) {
            if (slots[hit] >= 0) {
                int at = hits[hit] * LONGS;
                long recipient = entries[at + 2];
                pen.name(tables.of(entries[at]), slots[hit], recipient >> (Long.SIZE - 1), recipient);
            }
        }
    }

    /** For the few that are not a number of 64 bits and nothing else. */
    private void lookNow(TextKeys batch, int row, long hashed, long low) {
        MemberTable table = tables.of(hashed);
        int end = table.end(hashed);
        int slot = table.find(table.seek(table.start(hashed), end, MemberTable.middle(hashed)), end, hashed, low);
        if (slot >= 0 && batch.has(row, TextKeys.OPTED_OUT)) {
            pen.suppress(table, slot);
        } else if (slot >= 0) {
            pen.name(table, slot, batch.recipientHigh(row), batch.recipientLow(row));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

/**
 * The bits of packed bytes, the lowest of a byte first. Behind the end of the file there are zeros; whoever has taken one of these learns it from {@link #check}.
 *
 * <p>{@link Expander} works on copies of the fields. Not thread-safe.
 */
final class BitSource {
    /** A refill leaves as many at least. */
    static final int FULL = 56;

    final PackedBytes packed;

    /** The next bits, the first the lowest. Above {@link #count} of them stand bits that the next refill brings again. */
    long bits;

    int count;

    BitSource(PackedBytes packed) {
        this.packed = packed;
    }

    /** The next {@code width} bits, 16 at most. */
    int take(int width) throws Unreadable {
        int value = peek(width);
        bits >>>= width;
        count -= width;
        return value;
    }

    /** The next bits, without taking them. */
    int peek(int width) throws Unreadable {
        if (count < width) {
            packed.ready();
            bits |= (long) BitBuffer.LONGS.get(packed.bytes, packed.next) << count;
            packed.next += (63 - count) >>> 3;
            count |= FULL;
        }
        return (int) bits & ((1 << width) - 1);
    }

    /** Goes on to the next whole byte, and lets {@link #packed} begin there. */
    void align() throws Unreadable {
        packed.next -= count >>> 3;
        bits = 0;
        count = 0;
        check();
    }

    /** Fails when bits were taken that no byte of the file holds. */
    void check() throws Unreadable {
        if (left() < 0) {
            throw packed.cut();
        }
    }

    /** Why the next bits are no word: the file ends before the longest word would, or it is damaged. */
    Unreadable damage() {
        return left() < Short.BYTES ? packed.cut() : packed.damage();
    }

    /** Bytes at hand from which no bit was taken; below 0 when more was taken than there is. */
    private int left() {
        return packed.end - packed.next + (count >>> 3);
    }
}

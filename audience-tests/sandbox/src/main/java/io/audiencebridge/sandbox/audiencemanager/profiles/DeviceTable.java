// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Devices by Audience Manager's own ids: 16 bytes each, and no object. */
final class DeviceTable implements Ids {
    private long[] highs = new long[1024];
    private long[] lows = new long[1024];
    private int[] slots = new int[4096];
    private int size;

    @Override
    public int size() {
        return size;
    }

    @Override
    public int add(byte[] bytes, int from, int to) {
        return add(Digits.high(bytes, from), Digits.low(bytes, from));
    }

    int add(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == highs.length) {
            highs = Arrays.copyOf(highs, size * 2);
            lows = Arrays.copyOf(lows, size * 2);
        }
        highs[size] = high;
        lows[size] = low;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        return find(Digits.high(bytes, from), Digits.low(bytes, from));
    }

    int find(long high, long low) {
        return slots[slot(high, low)] - 1;
    }

    @Override
    public int copy(int number, byte[] target, int at) {
        return Digits.write(highs[number], lows[number], target, at);
    }

    @Override
    public int length(int number) {
        return Digits.LENGTH;
    }

    @Override
    public String text(int number) {
        byte[] digits = new byte[Digits.LENGTH];
        copy(number, digits, 0);
        return new String(digits, StandardCharsets.US_ASCII);
    }

    long high(int number) {
        return highs[number];
    }

    long low(int number) {
        return lows[number];
    }

    private int slot(long high, long low) {
        long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (mixed ^ (mixed >>> 32)) & (slots.length - 1);
        while (slots[slot] != 0 && (highs[slots[slot] - 1] != high || lows[slots[slot] - 1] != low)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(highs[number], lows[number])] = number + 1;
        }
    }
}

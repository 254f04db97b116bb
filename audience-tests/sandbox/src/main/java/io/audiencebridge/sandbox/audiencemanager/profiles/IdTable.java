// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids of one data source as packed bytes, numbered in the order of their arrival: no object per id. A million ids of 38
 * digits take about 50 MB. Not thread-safe.
 */
public final class IdTable implements Ids {
    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;

    private byte[][] pages = new byte[4][];
    private int[] starts = new int[1024];
    private int[] lengths = new int[1024];
    private int[] slots = new int[4096];
    private int end;
    private int size;

    @Override
    public int size() {
        return size;
    }

    @Override
    public int add(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        store(bytes, from, to - from);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        return slots[slot(bytes, from, to)] - 1;
    }

    @Override
    public int copy(int number, byte[] target, int at) {
        System.arraycopy(page(starts[number]), starts[number] & (PAGE - 1), target, at, lengths[number]);
        return lengths[number];
    }

    @Override
    public int length(int number) {
        return lengths[number];
    }

    @Override
    public String text(int number) {
        int start = starts[number];
        return new String(page(start), start & (PAGE - 1), lengths[number], StandardCharsets.UTF_8);
    }

    private byte[] page(int start) {
        return pages[start >>> PAGE_BITS];
    }

    private int slot(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & (slots.length - 1);
        while (slots[slot] != 0 && !equal(slots[slot] - 1, bytes, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean equal(int number, byte[] bytes, int from, int to) {
        int start = starts[number] & (PAGE - 1);
        return Arrays.equals(page(starts[number]), start, start + lengths[number], bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** An id never crosses the border of a page. */
    private void store(byte[] bytes, int from, int length) {
        if (length > PAGE - (end & (PAGE - 1))) {
            end = (end | (PAGE - 1)) + 1;
        }
        int page = end >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, pages.length * 2);
        }
        if (pages[page] == null) {
            pages[page] = new byte[PAGE];
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        System.arraycopy(bytes, from, pages[page], end & (PAGE - 1), length);
        starts[size] = end;
        lengths[size] = length;
        end += length;
        size++;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int start = starts[number] & (PAGE - 1);
            slots[slot(page(starts[number]), start, start + lengths[number])] = number + 1;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.member.TextKeys;

/** Rows of one batch whose keys are packed, a few hundred at a time, so that waits for memory overlap when they are looked up together. */
final class PackedRows {
    final long[] high;
    final long[] low;
    final int[] row;
    final long[] hash;
    final long[] there;
    TextKeys batch;
    int size;

    PackedRows(int most, TextKeys batch) {
        this.high = new long[most];
        this.low = new long[most];
        this.row = new int[most];
        this.hash = new long[most];
        this.there = new long[most];
        this.batch = batch;
    }

    void begin(TextKeys next) {
        batch = next;
        size = 0;
    }

    void add(long keyHigh, long keyLow, int inBatch) {
        high[size] = keyHigh;
        low[size] = keyLow;
        row[size++] = inBatch;
    }

    /** Moves the row at {@code from} to {@code to}, which is not behind it. */
    void move(int from, int to) {
        high[to] = high[from];
        low[to] = low[from];
        row[to] = row[from];
    }
}

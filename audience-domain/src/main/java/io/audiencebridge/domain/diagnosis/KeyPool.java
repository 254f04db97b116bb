// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.reconcile.KeyHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keys as they were read, as many as there is room for; when more come, every second one stays, by the hash of its place in the order. Bounded by keys and by bytes. Prints nothing. Not
 * thread-safe.
 */
final class KeyPool {
    private static final int MOST_BYTES = 16 << 20;

    /** Longer keys are nothing that a transformation could mend. */
    private static final int LONGEST = 1024;

    private final int most;
    private final KeyHash hash;
    private byte[] text = new byte[4096];
    private int[] ends = new int[65];
    private long[] places = new long[64];
    private int size;
    private int zeros;
    private long offered;

    KeyPool(int most, long seed) {
        this.most = most;
        this.hash = new KeyHash(seed);
    }

    /** Takes the key {@code from[start, end)} if it is its turn. */
    void offer(byte[] from, int start, int end) {
        long place = offered++;
        if (Long.numberOfLeadingZeros(hash.of(1, place)) < zeros || end - start > LONGEST) {
            return;
        }
        while (size == most || ends[size] + end - start > MOST_BYTES) {
            thin();
        }
        if (Long.numberOfLeadingZeros(hash.of(1, place)) < zeros) {
            return;
        }
        room(end - start);
        System.arraycopy(from, start, text, ends[size], end - start);
        places[size] = place;
        ends[size + 1] = ends[size] + end - start;
        size++;
    }

    /** The keys. */
    List<String> keys() {
        return IntStream.range(0, size)
                .mapToObj(i -> new String(text, ends[i], ends[i + 1] - ends[i], StandardCharsets.UTF_8))
                .toList();
    }

    /** Keys that were offered. */
    long offered() {
        return offered;
    }

    /** Which share of the keys offered is there. */
    double share() {
        return offered == 0 ? 1 : (double) size / offered;
    }

    private void thin() {
        zeros++;
        int kept = 0;
        int start = 0;
        for (int i = 0; i < size; i++) {
            int end = ends[i + 1];
            if (Long.numberOfLeadingZeros(hash.of(1, places[i])) >= zeros) {
                System.arraycopy(text, start, text, ends[kept], end - start);
                places[kept] = places[i];
                ends[kept + 1] = ends[kept] + end - start;
                kept++;
            }
            start = end;
        }
        size = kept;
    }

    private void room(int bytes) {
        if (ends[size] + bytes > text.length) {
            text = Arrays.copyOf(text, Math.max(ends[size] + bytes, text.length * 2));
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            ends = Arrays.copyOf(ends, size * 2 + 1);
        }
    }
}

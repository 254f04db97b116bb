// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ids that somebody encrypted with the right key and another initialisation vector. In CBC mode that changes the first block of every id by the same bits, which show as the bits by which most first
 * blocks differ from a known id's. Immutable; prints nothing.
 */
public final class OtherVector {
    private static final int BLOCK = 16;
    private static final int MOST = 2_000;
    private static final int TRIED = 3;
    private static final int FEWEST_VOTES = 3;

    private final DeclaredIdCipher cipher;
    private final byte[] difference;

    private OtherVector(DeclaredIdCipher cipher, byte[] difference) {
        this.cipher = cipher;
        this.difference = difference;
    }

    /** The vector under which some of {@code encrypted} are some of {@code plain}, as the bits by which it differs from the cipher's; none when there is none that explains several. */
    public static Option<OtherVector> find(DeclaredIdCipher cipher, List<String> encrypted, List<String> plain) {
        List<byte[]> first = encrypted.stream()
                .limit(MOST)
                .flatMap(digits -> cipher.unpadded(digits).toJavaStream())
                .toList();
        List<byte[]> known = plain.stream().limit(MOST).map(OtherVector::padded).toList();
        Set<String> all = new HashSet<>(plain);
        long[] votes = new long[first.size() * known.size()];
        int next = 0;
        for (byte[] one : first) {
            for (byte[] other : known) {
                votes[next++] = half(one, other);
            }
        }
        Arrays.sort(votes);
        Option<OtherVector> best = Option.none();
        int bestRead = FEWEST_VOTES - 1;
        for (long half : mostFrequent(votes)) {
            OtherVector found = whole(cipher, half, first, known);
            int read = (int) encrypted.stream()
                    .limit(MOST)
                    .filter(digits -> all.contains(found.plain(digits)))
                    .count();
            if (read > bestRead) {
                bestRead = read;
                best = Option.some(found);
            }
        }
        return best;
    }

    /** The id that {@code digits} stand for under that vector, or an empty text. */
    public String plain(String digits) {
        return cipher.unpadded(digits)
                .map(bytes -> {
                    for (int i = 0; i < BLOCK; i++) {
                        bytes[i] ^= difference[i];
                    }
                    int padding = bytes[bytes.length - 1];
                    return padding < 1 || padding > BLOCK
                            ? ""
                            : new String(bytes, 0, bytes.length - padding, StandardCharsets.UTF_8);
                })
                .getOrElse("");
    }

    @Override
    public String toString() {
        return "OtherVector[hidden]";
    }

    private static OtherVector whole(DeclaredIdCipher cipher, long half, List<byte[]> first, List<byte[]> known) {
        for (byte[] one : first) {
            for (byte[] other : known) {
                if (half(one, other) == half) {
                    byte[] difference = new byte[BLOCK];
                    for (int i = 0; i < BLOCK; i++) {
                        difference[i] = (byte) (one[i] ^ other[i]);
                    }
                    return new OtherVector(cipher, difference);
                }
            }
        }
        return new OtherVector(cipher, new byte[BLOCK]);
    }

    /** The most frequent of sorted numbers. */
    private static long[] mostFrequent(long[] sorted) {
        long[] best = new long[TRIED];
        int[] times = new int[TRIED];
        int begin = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[begin]) {
                int least = 0;
                for (int j = 1; j < TRIED; j++) {
                    least = times[j] < times[least] ? j : least;
                }
                if (i - begin > times[least]) {
                    times[least] = i - begin;
                    best[least] = sorted[begin];
                }
                begin = i;
            }
        }
        return best;
    }

    private static byte[] padded(String plain) {
        byte[] text = plain.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(text, BLOCK);
        if (text.length < BLOCK) {
            Arrays.fill(block, text.length, BLOCK, (byte) (BLOCK - text.length));
        }
        return block;
    }

    private static long half(byte[] one, byte[] other) {
        long half = 0;
        for (int i = 0; i < BLOCK; i++) {
            half = Long.rotateLeft(half, 8) * 31 + ((one[i] ^ other[i]) & 0xff);
        }
        return half;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

/**
 * Mixes the bits of packed keys, under a seed that nobody outside knows, so that nobody can choose keys that fall together. Given the low half, the hash stands for the high
 * half: no two keys share both. Who keeps packed keys may keep them in the order of their hashes ({@link io.audiencebridge.domain.member.KeySource#hashSeed}).
 */
public final class KeyHash {
    private final long first;
    private final long second;

    /** A hash with a seed that nobody outside can predict. */
    public KeyHash(long seed) {
        this.first = mix(seed ^ 0x9E3779B97F4A7C15L);
        this.second = mix(first + 0x9E3779B97F4A7C15L);
    }

    /** The hash of a packed key. */
    public long of(long high, long low) {
        return mix(high ^ mix(low ^ second) ^ first);
    }

    /** Reversible, and every bit of the input touches every bit of the output. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}

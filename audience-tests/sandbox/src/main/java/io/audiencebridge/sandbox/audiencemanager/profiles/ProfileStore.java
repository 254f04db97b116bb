// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The profiles of all devices, or of the people of one cross-device data source, by the numbers of their ids: traits,
 * when they were seen last, who opted out. Guarded by the company's lock.
 */
public final class ProfileStore {
    private final Map<Long, Realizations> traits = new TreeMap<>();
    private final BitSet optedOut = new BitSet();
    private long[] seen = new long[0];

    /** Who has a trait, to change it. */
    public Realizations of(long trait) {
        return traits.computeIfAbsent(trait, absent -> new Realizations());
    }

    /** Who has a trait, to look at it. */
    Optional<Realizations> find(long trait) {
        return Optional.ofNullable(traits.get(trait));
    }

    /** The traits that a profile has or had, expired ones too. */
    public LongStream traits(int profile) {
        return traits.entrySet().stream()
                .filter(entry -> entry.getValue().has(profile))
                .mapToLong(Map.Entry::getKey);
    }

    /** How many traits anybody has. */
    public int traits() {
        return traits.size();
    }

    /** Takes a trait away from everybody. */
    void forgetTrait(long trait) {
        traits.remove(trait);
    }

    /** Notes that something was heard of a profile. */
    public void seen(int profile, Instant at) {
        if (profile >= seen.length) {
            seen = Arrays.copyOf(seen, Math.max(profile + 1, Math.max(1024, seen.length * 2)));
        }
        seen[profile] = at.toEpochMilli();
    }

    /** Those of whom nothing has been heard since then, though before. */
    BitSet notSeenSince(Instant earliest) {
        BitSet away = new BitSet();
        for (int profile = 0; profile < seen.length; profile++) {
            if (seen[profile] != 0 && seen[profile] < earliest.toEpochMilli()) {
                away.set(profile);
            }
        }
        return away;
    }

    /** Takes every trait away from a profile. */
    void empty(int profile) {
        traits.values().forEach(holders -> holders.remove(profile));
        if (profile < seen.length) {
            seen[profile] = 0;
        }
    }

    /** Takes a profile out of every segment, for good. */
    void optOut(int profile) {
        optedOut.set(profile);
    }

    /** Whether a profile opted out. */
    public boolean isOptedOut(int profile) {
        return optedOut.get(profile);
    }

    BitSet optedOut() {
        return optedOut;
    }
}

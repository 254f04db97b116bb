// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.ProfileStore;
import io.audiencebridge.sandbox.audiencemanager.profiles.Realizations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which profiles get or lose which traits, in their order, eight bytes each: held back until the file is known to be sound
 * and its data is due.
 */
final class Changes {
    private final ProfileStore store;
    private final int mostTraits;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Pending> traits = new ArrayList<>();
    private int[] profiles = new int[1024];
    /** A trait's number plus one, negative when it is taken. */
    private int[] operations = new int[1024];

    private int size;

    /** Who has a trait, and whom these changes have given or taken it last. */
    private record Pending(Realizations holders, BitSet given, BitSet taken) {
        boolean has(int profile) {
            return given.get(profile) || (holders.has(profile) && !taken.get(profile));
        }
    }

    /**
     * No changes yet.
     *
     * @param mostTraits how many traits a profile may have
     */
    Changes(ProfileStore store, int mostTraits) {
        this.store = store;
        this.mostTraits = mostTraits;
    }

    void add(int profile, long trait) {
        int number = number(trait);
        traits.get(number).given().set(profile);
        traits.get(number).taken().clear(profile);
        note(profile, number + 1);
    }

    /** Says whether it was there to be taken. */
    boolean remove(int profile, long trait) {
        int number = number(trait);
        Pending pending = traits.get(number);
        if (!pending.has(profile)) {
            return false;
        }
        pending.given().clear(profile);
        pending.taken().set(profile);
        note(profile, -number - 1);
        return true;
    }

    private int number(long trait) {
        Integer known = numbers.get(trait);
        if (known == null) {
            known = traits.size();
            numbers.put(trait, known);
            traits.add(new Pending(store.of(trait), new BitSet(), new BitSet()));
        }
        return known;
    }

    private void note(int profile, int operation) {
        if (size == profiles.length) {
            profiles = Arrays.copyOf(profiles, size * 2);
            operations = Arrays.copyOf(operations, size * 2);
        }
        profiles[size] = profile;
        operations[size++] = operation;
    }

    /** Makes the changes. */
    void apply(Instant at) {
        for (int i = 0; i < size; i++) {
            int profile = profiles[i];
            Realizations holders = traits.get(Math.abs(operations[i]) - 1).holders();
            if (operations[i] < 0) {
                holders.remove(profile);
            } else if (holders.realize(profile, at) && store.traits() > mostTraits) {
                dropOldest(profile);
            }
            store.seen(profile, at);
        }
    }

    private void dropOldest(int profile) {
        long[] held = store.traits(profile).toArray();
        if (held.length > mostTraits) {
            long oldest = held[0];
            for (long trait : held) {
                oldest = store.of(trait).last(profile) < store.of(oldest).last(profile) ? trait : oldest;
            }
            store.of(oldest).remove(profile);
        }
    }
}

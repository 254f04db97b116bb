// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import io.audiencebridge.sandbox.audiencemanager.rules.Holders;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;

/** The profiles that count together for one device, as the only holder there is. */
final class OneProfile implements Holders {
    private final TraitHolders traits;
    private final Profiles profiles;
    private final Map<Long, Integer> parts;

    /**
     * One holder.
     *
     * @param parts the number of a profile by whose it is
     */
    OneProfile(TraitHolders traits, Profiles profiles, Map<Long, Integer> parts) {
        this.traits = traits;
        this.profiles = profiles;
        this.parts = parts;
    }

    boolean has(long trait) {
        return parts.entrySet().stream()
                .anyMatch(part -> profiles.store(part.getKey())
                        .find(trait)
                        .filter(holders -> holders.since(part.getValue(), traits.earliest(trait)))
                        .isPresent());
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public BitSet of(long trait) {
        BitSet holders = new BitSet(1);
        holders.set(0, has(trait));
        return holders;
    }

    @Override
    public int[] counts(Collection<Long> traits, int days) {
        int count = parts.entrySet().stream()
                .mapToInt(part -> this.traits.count(part.getKey(), part.getValue(), traits, days))
                .sum();
        return new int[] {count};
    }
}

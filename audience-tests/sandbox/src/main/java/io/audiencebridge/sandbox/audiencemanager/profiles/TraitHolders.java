// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import io.audiencebridge.sandbox.audiencemanager.rules.Holders;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;

/** Who has which trait now, among devices or people or both together. Guarded by the company's lock. */
final class TraitHolders {
    private final Definitions definitions;
    private final Profiles profiles;

    TraitHolders(Definitions definitions, Profiles profiles) {
        this.definitions = definitions;
        this.profiles = profiles;
    }

    /** Devices by their own traits. */
    Holders ofDevices() {
        return new Own(Profiles.DEVICES);
    }

    /** The people of a data source by their own traits. */
    Holders ofPeople(long source) {
        return new Own(source);
    }

    /** Devices by their own traits and those of whoever was last on them. */
    Holders ofDevicesWith(Set<Long> sources) {
        return new Merged(sources);
    }

    /** Devices or people by the traits that they got in the last days. */
    Holders lately(long owner, int days) {
        return new Own(owner) {
            @Override
            public BitSet of(long trait) {
                return profiles.store(owner)
                        .find(trait)
                        .map(found -> found.since(definitions.now().minus(Duration.ofDays(days))))
                        .orElseGet(BitSet::new);
            }
        };
    }

    /** Those who have a trait that has not expired. */
    BitSet holders(long owner, long trait) {
        return profiles.store(owner)
                .find(trait)
                .map(found -> found.since(earliest(trait)))
                .orElseGet(BitSet::new);
    }

    /** Whoever has had a trait longer than its time to live, in days, has it no more; 0 days is for ever. */
    Instant earliest(long trait) {
        long days = definitions.trait(trait).map(Trait::timeToLive).orElse(0L);
        return days == 0 ? Instant.EPOCH : definitions.now().minus(Duration.ofDays(days));
    }

    /** How often a profile realized any of some traits that have not expired. */
    int count(long owner, int profile, Collection<Long> traits, int days) {
        Instant now = definitions.now();
        Instant from = days > 0 ? now.minus(Duration.ofDays(days)) : Instant.EPOCH;
        Instant until = days < 0 ? now.minus(Duration.ofDays(-days)) : now;
        return traits.stream()
                .flatMap(trait ->
                        profiles
                                .store(owner)
                                .find(trait)
                                .filter(found -> found.since(profile, earliest(trait)))
                                .stream())
                .mapToInt(found -> found.count(profile, from, until))
                .sum();
    }

    private class Own implements Holders {
        private final long owner;

        Own(long owner) {
            this.owner = owner;
        }

        @Override
        public int size() {
            return profiles.ids(owner).size();
        }

        @Override
        public BitSet of(long trait) {
            return holders(owner, trait);
        }

        @Override
        public int[] counts(Collection<Long> traits, int days) {
            int[] counts = new int[size()];
            for (int profile = 0; profile < counts.length; profile++) {
                counts[profile] = count(owner, profile, traits, days);
            }
            return counts;
        }
    }

    private final class Merged implements Holders {
        private final Holders devices = new Own(Profiles.DEVICES);
        private final Set<Long> sources;

        Merged(Set<Long> sources) {
            this.sources = sources;
        }

        @Override
        public int size() {
            return devices.size();
        }

        @Override
        public BitSet of(long trait) {
            BitSet holders = devices.of(trait);
            for (long source : sources) {
                BitSet people = holders(source, trait);
                Links links = profiles.links(source);
                for (int device = 0; !people.isEmpty() && device < devices.size(); device++) {
                    int person = links.newestOfLeft(device);
                    if (person >= 0 && people.get(person)) {
                        holders.set(device);
                    }
                }
            }
            return holders;
        }

        @Override
        public int[] counts(Collection<Long> traits, int days) {
            int[] counts = devices.counts(traits, days);
            for (long source : sources) {
                Links links = profiles.links(source);
                for (int device = 0; device < counts.length; device++) {
                    int person = links.newestOfLeft(device);
                    counts[device] += person < 0 ? 0 : count(source, person, traits, days);
                }
            }
            return counts;
        }
    }
}

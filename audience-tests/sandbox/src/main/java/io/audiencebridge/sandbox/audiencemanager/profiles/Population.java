// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import io.audiencebridge.sandbox.audiencemanager.rules.SegmentRule;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in a segment: its rule over the traits that have not expired, seen through its merge rule.
 *
 * <p>People of a cross-device source are in it only if the merge rule reads that source; a paused segment keeps the members
 * it had; whoever opted out is in none. Source: audience-manager.md, corrections X2, sections 1.6, 1.7 and 7.1. Guarded by
 * the company's lock.
 */
public final class Population {
    private final Definitions definitions;
    private final Profiles profiles;
    private final TraitHolders traits;
    private final Map<Long, Map<Long, BitSet>> frozen = new HashMap<>();

    /** The population of a company. */
    public Population(Definitions definitions, Profiles profiles) {
        this.definitions = definitions;
        this.profiles = profiles;
        this.traits = new TraitHolders(definitions, profiles);
    }

    /** The numbers of a segment's members among the ids of a data source; the caller may change the set. */
    public BitSet members(long segment, long dataSource) {
        return profiles.idsOf(dataSource, in(segment, owner(dataSource)));
    }

    private long owner(long dataSource) {
        return profiles.isCrossDevice(dataSource) ? dataSource : Profiles.DEVICES;
    }

    /** The members among devices, or among the people of a data source. */
    private BitSet in(long segment, long owner) {
        Map<Long, BitSet> kept = frozen.get(segment);
        BitSet members = kept == null
                ? definitions
                        .segment(segment)
                        .map(found -> current(found, owner))
                        .orElseGet(BitSet::new)
                : (BitSet) kept.getOrDefault(owner, new BitSet()).clone();
        members.andNot(profiles.store(owner).optedOut());
        return members;
    }

    private BitSet current(Segment segment, long owner) {
        SegmentRule rule = SegmentRule.parse(segment.rule());
        Optional<MergeRule> merge = definitions.mergeRule(segment.mergeRule());
        if (owner != Profiles.DEVICES) {
            return merge.filter(found -> found.reads(owner))
                    .map(found -> people(rule, found, owner))
                    .orElseGet(BitSet::new);
        }
        // Without a merge rule, as with one that reads no people, the device's own traits decide.
        return merge.map(found -> devices(rule, found)).orElseGet(() -> rule.members(traits.ofDevices()));
    }

    private BitSet devices(SegmentRule rule, MergeRule merge) {
        return switch (merge.authentication()) {
            case NO_CROSS_DEVICE -> rule.members(traits.ofDevices());
            case LAST_AUTHENTICATED -> rule.members(traits.ofDevicesWith(merge.dataSources()));
            // In real time only, or without any device.
            case CURRENT_AUTHENTICATED, ALL_CROSS_DEVICE -> new BitSet();
        };
    }

    private BitSet people(SegmentRule rule, MergeRule merge, long source) {
        return switch (merge.authentication()) {
            case ALL_CROSS_DEVICE -> rule.members(traits.ofPeople(source));
            case LAST_AUTHENTICATED -> lastAuthenticated(rule, merge, source);
            case CURRENT_AUTHENTICATED, NO_CROSS_DEVICE -> new BitSet();
        };
    }

    /** Those who were last on a device that is in it; who was last on no device stands for itself. */
    private BitSet lastAuthenticated(SegmentRule rule, MergeRule merge, long source) {
        BitSet members = rule.members(traits.ofPeople(source));
        Links links = profiles.links(source);
        int devices = profiles.ids(Profiles.DEVICES).size();
        BitSet in = devices(rule, merge);
        BitSet onDevices = new BitSet();
        BitSet elsewhere = new BitSet();
        for (int device = 0; device < devices; device++) {
            int person = links.newestOfLeft(device);
            if (person >= 0) {
                onDevices.set(person);
                elsewhere.set(person, elsewhere.get(person) || in.get(device));
            }
        }
        members.andNot(onDevices);
        members.or(elsewhere);
        return members;
    }

    /** How many devices and people are in a segment. */
    public long size(long segment) {
        return profiles.owners().stream()
                .mapToLong(owner -> in(segment, owner).cardinality())
                .sum();
    }

    /**
     * How many devices and people a rule would have among those who got its traits in the last days, whatever the merge rule.
     * Source: audience-manager.md, correction X6.
     */
    public long estimate(SegmentRule rule, int days) {
        return profiles.owners().stream()
                .mapToLong(owner -> rule.members(traits.lately(owner, days)).cardinality())
                .sum();
    }

    /** How many devices and people have a trait. */
    public long holders(long trait) {
        return profiles.owners().stream()
                .mapToLong(owner -> traits.holders(owner, trait).cardinality())
                .sum();
    }

    /** Keeps the members of a segment as they are from now on. */
    public void freeze(long segment) {
        if (!frozen.containsKey(segment)) {
            Map<Long, BitSet> members = new HashMap<>();
            profiles.owners().forEach(owner -> members.put(owner, in(segment, owner)));
            frozen.put(segment, members);
        }
    }

    /** Lets the rule decide again. */
    public void thaw(long segment) {
        frozen.remove(segment);
    }

    /** Whether a device is among the members that a paused segment keeps; empty if it is not paused. */
    Optional<Boolean> kept(long segment, int device) {
        return Optional.ofNullable(frozen.get(segment))
                .map(members ->
                        members.getOrDefault(Profiles.DEVICES, new BitSet()).get(device));
    }

    /** Who has which trait now. */
    TraitHolders traits() {
        return traits;
    }

    /** Forgets which segments are paused. */
    public void clear() {
        frozen.clear();
    }
}

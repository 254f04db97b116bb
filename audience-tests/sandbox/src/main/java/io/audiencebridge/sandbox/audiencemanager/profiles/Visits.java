// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import io.audiencebridge.sandbox.audiencemanager.profiles.Visit.DeclaredId;
import io.audiencebridge.sandbox.audiencemanager.rules.SegmentRule;
import io.audiencebridge.sandbox.audiencemanager.rules.Signals;
import io.audiencebridge.sandbox.audiencemanager.rules.TraitRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Profiles as data collection sees them, one device at a time. Devices are named by Audience Manager's own ids of 38 digits;
 * one that is not known becomes known by whatever is done with it. Guarded by the company's lock. Source:
 * audience-manager.md, sections 1.2, 1.7, 2.11 and 7.1.
 */
public final class Visits {
    private static final int NOBODY = -1;

    private final Definitions definitions;
    private final Profiles profiles;
    private final Population population;
    private final Map<String, TraitRule> rules = new TreeMap<>();

    /** Visits of the devices of a company. */
    public Visits(Definitions definitions, Profiles profiles, Population population) {
        this.definitions = definitions;
        this.profiles = profiles;
        this.population = population;
    }

    /** A device that was never seen before. */
    public String newDevice() {
        int device = profiles.newDevice();
        devices().seen(device, definitions.now());
        return profiles.ids(Profiles.DEVICES).text(device);
    }

    /** Whether a device was heard of before, in a call or in a file. */
    public boolean isKnown(String uuid) {
        return find(Profiles.DEVICES, uuid) != NOBODY;
    }

    /** Notes that a device was seen now. */
    public void seen(String uuid) {
        profiles.seen(device(uuid), definitions.now());
    }

    /** The Experience Cloud ID of a device. */
    public String ecid(String uuid) {
        return ecids().text(device(uuid));
    }

    /** The device of an Experience Cloud ID of the company's organisation. */
    public String uuid(String ecid) {
        byte[] digits = bytes(ecid);
        return profiles.ids(Profiles.DEVICES).text(ecids().add(digits, 0, digits.length));
    }

    private Ids ecids() {
        return profiles.ecids();
    }

    /** The device to which an id was bound last. */
    public Optional<String> deviceOf(long dataSource, String id) {
        int number = find(dataSource, id);
        int device = number == NOBODY ? NOBODY : profiles.links(dataSource).newestOfRight(number);
        return device == NOBODY
                ? Optional.empty()
                : Optional.of(profiles.ids(Profiles.DEVICES).text(device));
    }

    /** Puts an id and a device together; both forget their oldest ones when they have too many. */
    public void bind(String uuid, long dataSource, String id) {
        int number = add(dataSource, id);
        profiles.bind(device(uuid), dataSource, number);
        if (profiles.isCrossDevice(dataSource)) {
            profiles.store(dataSource).seen(number, definitions.now());
        }
    }

    /** The ids of a data source that were bound to a device, the newest first. */
    public List<String> declaredIds(String uuid, long dataSource) {
        Ids ids = profiles.ids(dataSource);
        return profiles.links(dataSource)
                .ofLeft(device(uuid))
                .mapToObj(ids::text)
                .toList();
    }

    /**
     * Realizes every rule-based trait whose rule is true of the signals, on the device, or on the profile of whoever is signed
     * in under a cross-device source.
     *
     * @return those traits; none for somebody who opted out
     */
    public Set<Long> realize(Visit visit, Signals signals) {
        Set<Long> realized = new TreeSet<>();
        definitions
                .traits()
                .filter(trait -> trait.type() == Trait.Type.RULE_BASED)
                .filter(trait -> rule(trait.rule()).test(signals))
                .filter(trait -> realize(visit, trait.sid()))
                .forEach(trait -> realized.add(trait.sid()));
        return realized;
    }

    private TraitRule rule(String text) {
        return rules.computeIfAbsent(text, TraitRule::parse);
    }

    /** Realizes one trait likewise; false if there is no such trait, or for somebody who opted out. */
    public boolean realize(Visit visit, long trait) {
        if (definitions.trait(trait).isEmpty() || isOptedOut(visit.uuid())) {
            return false;
        }
        Place place = place(visit);
        place.store().of(trait).repeat(place.profile(), definitions.now());
        place.store().seen(place.profile(), definitions.now());
        seen(visit.uuid());
        return true;
    }

    /** The profile to which traits go. */
    private record Place(ProfileStore store, int profile) {}

    private Place place(Visit visit) {
        return visit.signedIn()
                .filter(person -> profiles.isCrossDevice(person.dataSource()))
                .map(person -> new Place(profiles.store(person.dataSource()), add(person.dataSource(), person.id())))
                .orElseGet(() -> new Place(devices(), device(visit.uuid())));
    }

    /** Takes a trait from the profile to which it would go; says whether it was there. */
    public boolean remove(Visit visit, long trait) {
        Place place = place(visit);
        return place.store().of(trait).remove(place.profile());
    }

    /** When the profile to which a trait would go realized it last. */
    public Optional<Instant> lastRealized(Visit visit, long trait) {
        Place place = place(visit);
        return Optional.of(place.store().of(trait))
                .filter(holders -> holders.has(place.profile()))
                .map(holders -> Instant.ofEpochSecond(holders.last(place.profile())));
    }

    /** The traits that have not expired, of the device and of whoever is signed in. */
    public Set<Long> traits(Visit visit) {
        Set<Long> traits = new TreeSet<>();
        OneProfile seen = profile(device(visit.uuid()), visit.signedIn());
        definitions.traits().filter(trait -> seen.has(trait.sid())).forEach(trait -> traits.add(trait.sid()));
        return traits;
    }

    private OneProfile profile(int device, Optional<DeclaredId> person) {
        Map<Long, Integer> parts = new TreeMap<>(Map.of(Profiles.DEVICES, device));
        person.filter(signedIn -> profiles.isCrossDevice(signedIn.dataSource()))
                .ifPresent(signedIn -> parts.put(signedIn.dataSource(), add(signedIn.dataSource(), signedIn.id())));
        return new OneProfile(population.traits(), profiles, parts);
    }

    /** The segments in which the device is now, in real time; none for somebody who opted out. */
    public Set<Long> segments(Visit visit) {
        Set<Long> segments = new TreeSet<>();
        int device = device(visit.uuid());
        if (!isOptedOut(visit.uuid())) {
            definitions
                    .segments()
                    .filter(segment -> population
                            .kept(segment.sid(), device)
                            .orElseGet(() -> isIn(segment, device, visit.signedIn())))
                    .forEach(segment -> segments.add(segment.sid()));
        }
        return segments;
    }

    private boolean isIn(Segment segment, int device, Optional<DeclaredId> signedIn) {
        Optional<MergeRule> merge = definitions.mergeRule(segment.mergeRule());
        Map<Long, Integer> parts =
                merge.map(rule -> parts(rule, device, signedIn)).orElseGet(() -> Map.of(Profiles.DEVICES, device));
        return SegmentRule.parse(segment.rule())
                .members(new OneProfile(population.traits(), profiles, parts))
                .get(0);
    }

    /** Which profiles count together. Source: section 1.7. */
    private Map<Long, Integer> parts(MergeRule merge, int device, Optional<DeclaredId> signedIn) {
        Map<Long, Integer> parts = new TreeMap<>();
        switch (merge.authentication()) {
            case NO_CROSS_DEVICE -> parts.put(Profiles.DEVICES, device);
            case CURRENT_AUTHENTICATED -> current(merge, signedIn, parts);
            case LAST_AUTHENTICATED -> {
                parts.put(Profiles.DEVICES, device);
                for (long source : merge.dataSources()) {
                    int last = profiles.links(source).newestOfLeft(device);
                    if (last != NOBODY) {
                        parts.put(source, last);
                    }
                }
                current(merge, signedIn, parts);
            }
            case ALL_CROSS_DEVICE -> {
                // In batches only.
            }
        }
        return parts;
    }

    private void current(MergeRule merge, Optional<DeclaredId> signedIn, Map<Long, Integer> parts) {
        signedIn.filter(person -> merge.reads(person.dataSource()))
                .ifPresent(person -> parts.put(person.dataSource(), add(person.dataSource(), person.id())));
    }

    /** Takes a device out of every segment and destination, and lets it gain no trait any more. */
    public void optOut(String uuid) {
        devices().optOut(device(uuid));
    }

    /** Does so with an id and the device to which it was bound last. */
    public void optOut(long dataSource, String id) {
        int number = add(dataSource, id);
        if (profiles.isCrossDevice(dataSource)) {
            profiles.store(dataSource).optOut(number);
        }
        int device = profiles.links(dataSource).newestOfRight(number);
        if (device != NOBODY) {
            devices().optOut(device);
        }
    }

    /** Whether a device opted out. */
    public boolean isOptedOut(String uuid) {
        return devices().isOptedOut(device(uuid));
    }

    /** Whether an id opted out, or the device to which it was bound last. */
    public boolean isOptedOut(long dataSource, String id) {
        int number = find(dataSource, id);
        int device = number == NOBODY ? NOBODY : profiles.links(dataSource).newestOfRight(number);
        boolean person = number != NOBODY
                && profiles.isCrossDevice(dataSource)
                && profiles.store(dataSource).isOptedOut(number);
        return person || (device != NOBODY && devices().isOptedOut(device));
    }

    private ProfileStore devices() {
        return profiles.store(Profiles.DEVICES);
    }

    private int device(String uuid) {
        return add(Profiles.DEVICES, uuid);
    }

    private int add(long dataSource, String id) {
        byte[] text = bytes(id);
        return profiles.ids(dataSource).add(text, 0, text.length);
    }

    private int find(long dataSource, String id) {
        byte[] text = bytes(id);
        return profiles.ids(dataSource).find(text, 0, text.length);
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }
}

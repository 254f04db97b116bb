// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everybody who is known: devices, the people of cross-device data sources, and which ids belong to them. Guarded by the
 * company's lock.
 */
public final class Profiles {
    /** The data source of Audience Manager's own ids. Source: audience-manager.md, section 1.1. */
    public static final long DEVICES = 0;

    /** Limits of section 2.11. */
    private static final int IDS_PER_DEVICE = 10;

    private static final int DEVICES_PER_ID = 100;
    private static final int COOKIES = 1_000;
    /** Section 1.5. */
    private static final int EMAILS_PER_PERSON = 10;

    private static final long SEED = 1;

    private final Definitions definitions;
    private final long organisation;
    private final Map<Long, Ids> ids = new TreeMap<>();
    private final Map<Long, ProfileStore> stores = new TreeMap<>();
    private final Map<Long, Links> links = new TreeMap<>();
    private final BitSet strangers = new BitSet();
    private final Map<Long, Map<Long, Links>> emails = new TreeMap<>();
    private DeviceTable devices = new DeviceTable();
    private SplittableRandom random = new SplittableRandom(SEED);

    /**
     * Nobody yet.
     *
     * @param organisation of which Experience Cloud IDs are a function
     */
    public Profiles(Definitions definitions, long organisation) {
        this.definitions = definitions;
        this.organisation = organisation;
    }

    /** The ids of a data source; none yet is an empty table that fills. */
    public Ids ids(long dataSource) {
        return ids.computeIfAbsent(dataSource, this::table);
    }

    private Ids table(long dataSource) {
        return switch (kind(dataSource)) {
            case AAM_UUID -> devices;
            case ECID -> new EcidView(devices, organisation);
            default -> new IdTable();
        };
    }

    /** Devices by their Experience Cloud IDs, whichever data source they are of. */
    public Ids ecids() {
        return new EcidView(devices, organisation);
    }

    /** The form of the ids of a data source, a global one too. */
    public IdKind kind(long dataSource) {
        if (dataSource == DEVICES) {
            return IdKind.AAM_UUID;
        }
        return definitions.dataSource(dataSource).map(DataSource::ids).orElseGet(() -> IdKind.ofGlobal(dataSource));
    }

    /** Whether ids of a data source are of people, with profiles of their own. */
    public boolean isCrossDevice(long dataSource) {
        return definitions
                .dataSource(dataSource)
                .filter(DataSource::crossDevice)
                .isPresent();
    }

    /** The data sources of which there are ids. */
    public Set<Long> dataSources() {
        return ids.keySet();
    }

    /** The profiles that the ids of a data source lead to: those of its people, or those of devices. */
    public ProfileStore store(long dataSource) {
        long owner = isCrossDevice(dataSource) ? dataSource : DEVICES;
        return stores.computeIfAbsent(owner, absent -> new ProfileStore());
    }

    /** Whose profiles there are: cross-device data sources, and zero for devices. */
    Set<Long> owners() {
        return Set.copyOf(stores.keySet());
    }

    /** Whose profile an id of a data source means. */
    public Subjects subjects(long dataSource) {
        return new Subjects(this, dataSource);
    }

    /** Which ids of a data source (right) belong to which devices (left). */
    public Links links(long dataSource) {
        return links.computeIfAbsent(
                dataSource,
                source -> isCrossDevice(source)
                        ? new Links(IDS_PER_DEVICE, DEVICES_PER_ID)
                        : new Links(COOKIES, COOKIES));
    }

    /** Which hashed e-mails (right) belong to which people (left). */
    public Links emails(long people, long hashes) {
        return emails.computeIfAbsent(people, absent -> new TreeMap<>())
                .computeIfAbsent(hashes, absent -> new Links(EMAILS_PER_PERSON, DEVICES_PER_ID));
    }

    /** The devices to which an id was bound, the newest first. */
    public List<String> devices(long dataSource, String id) {
        int number = number(dataSource, id);
        return number < 0
                ? List.of()
                : links(dataSource).ofRight(number).mapToObj(devices::text).toList();
    }

    /** The hashed e-mails to which a person was bound, the newest first. */
    public List<String> hashedEmails(long people, String id, long hashes) {
        int number = number(people, id);
        return number < 0
                ? List.of()
                : emails(people, hashes)
                        .ofLeft(number)
                        .mapToObj(ids(hashes)::text)
                        .toList();
    }

    private int number(long dataSource, String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return ids(dataSource).find(text, 0, text.length);
    }

    /** Puts an id and a device together. */
    public void bind(int device, long dataSource, int id) {
        links(dataSource).bind(device, id);
    }

    /** A device that nobody has seen before. */
    public int newDevice() {
        int before = devices.size();
        int device = before;
        while (devices.size() == before) {
            device = devices.add(
                    Long.remainderUnsigned(random.nextLong(), Digits.LIMIT),
                    Long.remainderUnsigned(random.nextLong(), Digits.LIMIT));
        }
        return device;
    }

    /** Who has a trait, among the people of each data source, or among devices. */
    public Stream<Realizations> realizations(long trait, boolean people) {
        return stores.entrySet().stream()
                .filter(store -> (store.getKey() != DEVICES) == people)
                .flatMap(store -> store.getValue().find(trait).stream());
    }

    /** Makes a device one that was never seen: until it is, rows of it match nobody. */
    public void makeStranger(String ecid) {
        byte[] digits = ecid.getBytes(StandardCharsets.US_ASCII);
        int device = ecids().add(digits, 0, digits.length);
        forget(DEVICES, store(DEVICES), device);
        strangers.set(device);
    }

    boolean isStranger(int device) {
        return strangers.get(device);
    }

    /** Notes that a device was seen now. */
    void seen(int device, Instant at) {
        strangers.clear(device);
        store(DEVICES).seen(device, at);
    }

    /** Takes a trait away from everybody. */
    public void forget(long trait) {
        stores.values().forEach(store -> store.forgetTrait(trait));
    }

    /**
     * Forgets the devices and the people of whom nothing was heard for long: a job that runs once a week.
     *
     * @param devicesKept how long devices are kept; zero is for ever
     */
    public void forgetInactive(Duration devicesKept, Instant now) {
        stores.forEach((source, store) -> {
            Duration kept = source == DEVICES
                    ? devicesKept
                    : definitions.dataSource(source).map(DataSource::retention).orElse(Duration.ZERO);
            if (!kept.isZero()) {
                store.notSeenSince(now.minus(kept)).stream().forEach(profile -> forget(source, store, profile));
            }
        });
    }

    private void forget(long source, ProfileStore store, int profile) {
        store.empty(profile);
        if (source == DEVICES) {
            links.values().forEach(of -> of.forgetLeft(profile));
        } else {
            links(source).forgetRight(profile);
        }
    }

    /** The ids of a data source that belong to some of the profiles of its store. */
    BitSet idsOf(long dataSource, BitSet profiles) {
        if (isCrossDevice(dataSource) || kind(dataSource).isDigits()) {
            return profiles;
        }
        BitSet named = new BitSet();
        Links of = links(dataSource);
        profiles.stream().flatMap(of::ofLeft).forEach(named::set);
        return named;
    }

    /** Forgets everybody. */
    public void clear() {
        ids.clear();
        stores.clear();
        links.clear();
        emails.clear();
        strangers.clear();
        devices = new DeviceTable();
        random = new SplittableRandom(SEED);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.util.function.IntConsumer;

/**
 * Whose profiles the ids of one data source mean: the device or person itself, or the devices to which the id belongs.
 *
 * <p>A device id that belongs to nobody yet gets a device of its own; a customer's id of a cookie source that was never
 * synced means nobody. Source: audience-manager.md, section 4.6.
 */
public final class Subjects {
    private static final int NOBODY = -1;

    private final Profiles profiles;
    private final Ids ids;
    private final Links links;
    private final boolean digits;
    private final boolean direct;
    private final boolean kept;

    Subjects(Profiles profiles, long dataSource) {
        this.profiles = profiles;
        this.ids = profiles.ids(dataSource);
        this.links = profiles.links(dataSource);
        IdKind kind = profiles.kind(dataSource);
        this.digits = kind.isDigits();
        this.direct = digits || profiles.isCrossDevice(dataSource);
        this.kept = direct || kind != IdKind.CUSTOMER;
    }

    /** The number of an id among those of its data source; -1 if it means nobody. */
    public int id(byte[] bytes, int from, int to) {
        if (kept) {
            int id = introduced(bytes, from, to);
            return digits && profiles.isStranger(id) ? NOBODY : id;
        }
        int id = ids.find(bytes, from, to);
        return id == NOBODY || links.newestOfRight(id) == NOBODY ? NOBODY : id;
    }

    /** The number of an id, which gets a device of its own if it means nobody. */
    public int introduced(byte[] bytes, int from, int to) {
        int id = ids.add(bytes, from, to);
        if (!direct && links.newestOfRight(id) == NOBODY) {
            links.bind(profiles.newDevice(), id);
        }
        return id;
    }

    /** The profiles of an id, by their numbers in the data source's store. */
    public void profiles(int id, IntConsumer consumer) {
        if (direct) {
            consumer.accept(id);
        } else {
            links.ofRight(id).forEach(consumer);
        }
    }
}

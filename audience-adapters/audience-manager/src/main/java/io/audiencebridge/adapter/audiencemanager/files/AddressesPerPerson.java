// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

/** Whether a person has ten hashed e-mail addresses in a file already: one long and one byte a person, in open addressing at most half full. */
final class AddressesPerPerson {
    /** Of more, the newest ten stay. Source: Audience Manager, "Prerequisites for people-based destinations". */
    static final int MOST = 10;

    private static final int SMALLEST = 1024;

    private final long seed;
    private long[] people = new long[SMALLEST];
    private byte[] counts = new byte[SMALLEST];
    private int size;

    AddressesPerPerson(long seed) {
        this.seed = seed;
    }

    /** Counts an address of {@code person}; false when there are enough. */
    boolean add(byte[] person, int length) {
        if (size * 2 >= people.length) {
            grow();
        }
        int slot = slot(Mixing.of(person, length, seed) | 1);
        if (counts[slot] == MOST) {
            return false;
        }
        size += counts[slot] == 0 ? 1 : 0;
        counts[slot]++;
        return true;
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 32) & (people.length - 1);
        while (people[slot] != 0 && people[slot] != hash) {
            slot = (slot + 1) & (people.length - 1);
        }
        people[slot] = hash;
        return slot;
    }

    private void grow() {
        long[] oldPeople = people;
        byte[] oldCounts = counts;
        people = new long[oldPeople.length * 2];
        counts = new byte[oldCounts.length * 2];
        for (int i = 0; i < oldPeople.length; i++) {
            if (oldPeople[i] != 0) {
                counts[slot(oldPeople[i])] = oldCounts[i];
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.MembershipWatch;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Counts, at every written row, how many of some recipients are in a list. */
final class Watch implements MembershipWatch {
    private final Set<String> expected;
    private int present;
    private int fewestPresent;
    private int size;
    private int fewestMembers;
    private long changes;

    Watch(Collection<String> expected) {
        this.expected = new HashSet<>(expected);
    }

    synchronized void begin(Collection<String> members) {
        count(members);
        fewestPresent = present;
        fewestMembers = size;
    }

    synchronized void added(String recipientId) {
        change(1, recipientId);
    }

    synchronized void removed(String recipientId) {
        change(-1, recipientId);
    }

    synchronized void replaced(Collection<String> members) {
        count(members);
        noted();
    }

    private void count(Collection<String> members) {
        present = (int) members.stream().filter(expected::contains).count();
        size = members.size();
    }

    private void change(int by, String recipientId) {
        size += by;
        if (expected.contains(recipientId)) {
            present += by;
        }
        noted();
    }

    private void noted() {
        changes++;
        fewestPresent = Math.min(fewestPresent, present);
        fewestMembers = Math.min(fewestMembers, size);
    }

    @Override
    public synchronized int present() {
        return present;
    }

    @Override
    public synchronized int fewestPresent() {
        return fewestPresent;
    }

    @Override
    public synchronized int fewestMembers() {
        return fewestMembers;
    }

    @Override
    public synchronized long changes() {
        return changes;
    }
}

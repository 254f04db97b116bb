// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import java.util.Arrays;

/** What one shape reads in a line: where the ids stand, and whether the audience is among the lists. */
final class RowMatch {
    private int[] bounds = new int[16];
    private int ids;
    private boolean current;
    private boolean removed;

    void begin() {
        ids = 0;
        current = false;
        removed = false;
    }

    void id(int from, int to) {
        if (2 * ids == bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[2 * ids] = from;
        bounds[2 * ids + 1] = to;
        ids++;
    }

    void named(boolean inRemoved) {
        removed |= inRemoved;
        current |= !inRemoved;
    }

    int ids() {
        return ids;
    }

    int start(int id) {
        return bounds[2 * id];
    }

    int end(int id) {
        return bounds[2 * id + 1];
    }

    boolean isCurrent() {
        return current;
    }

    boolean isRemoved() {
        return removed;
    }

    /** Whether both say the same of the line. */
    boolean agrees(RowMatch other) {
        return current == other.current
                && removed == other.removed
                && ids == other.ids
                && Arrays.equals(bounds, 0, 2 * ids, other.bounds, 0, 2 * ids);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which ids belong together, many to many, the newest first on either side. A side that is full forgets its oldest.
 * Source: audience-manager.md, section 2.11. Not thread-safe.
 */
public final class Links {
    private static final int NONE = -1;

    private final Side left;
    private final Side right;
    private int size;
    private int free = NONE;

    /** No links yet; each side may have so many of the other. */
    Links(int perLeft, int perRight) {
        left = new Side(perLeft);
        right = new Side(perRight);
    }

    /** Puts two together; if they were already, they become the newest. */
    public void bind(int leftId, int rightId) {
        if (left.head(leftId) != NONE
                && right.ids[left.head(leftId)] == rightId
                && right.head(rightId) == left.head(leftId)) {
            return;
        }
        int link = find(leftId, rightId);
        if (link != NONE) {
            drop(link);
        }
        int added = take();
        left.push(leftId, added);
        right.push(rightId, added);
        int surplus = left.surplus(leftId);
        if (surplus != NONE) {
            drop(surplus);
        }
        surplus = right.surplus(rightId);
        if (surplus != NONE) {
            drop(surplus);
        }
    }

    /** The newest on the right of a left one, or -1. */
    public int newestOfLeft(int leftId) {
        int link = left.head(leftId);
        return link == NONE ? NONE : right.ids[link];
    }

    /** The newest on the left of a right one, or -1. */
    public int newestOfRight(int rightId) {
        int link = right.head(rightId);
        return link == NONE ? NONE : left.ids[link];
    }

    /** All on the right of a left one, the newest first. */
    public IntStream ofLeft(int leftId) {
        return IntStream.iterate(left.head(leftId), link -> link != NONE, link -> left.next[link])
                .map(link -> right.ids[link]);
    }

    /** All on the left of a right one, the newest first. */
    public IntStream ofRight(int rightId) {
        return IntStream.iterate(right.head(rightId), link -> link != NONE, link -> right.next[link])
                .map(link -> left.ids[link]);
    }

    /** Forgets what belongs to a left one. */
    void forgetLeft(int leftId) {
        for (int link = left.head(leftId); link != NONE; link = left.head(leftId)) {
            drop(link);
        }
    }

    /** Forgets what belongs to a right one. */
    void forgetRight(int rightId) {
        for (int link = right.head(rightId); link != NONE; link = right.head(rightId)) {
            drop(link);
        }
    }

    private int find(int leftId, int rightId) {
        int link = left.head(leftId);
        while (link != NONE && right.ids[link] != rightId) {
            link = left.next[link];
        }
        return link;
    }

    private int take() {
        if (free == NONE) {
            return size++;
        }
        int link = free;
        free = left.next[link];
        return link;
    }

    private void drop(int link) {
        left.remove(link);
        right.remove(link);
        left.next[link] = free;
        free = link;
    }

    /** One side's lists of links. */
    private static final class Side {
        private final int limit;
        private int[] heads = new int[0];
        private int[] ids = new int[16];
        private int[] next = new int[16];
        private int[] before = new int[16];

        Side(int limit) {
            this.limit = limit;
        }

        int head(int id) {
            return id < heads.length ? heads[id] : NONE;
        }

        void push(int id, int link) {
            if (id >= heads.length) {
                int old = heads.length;
                heads = Arrays.copyOf(heads, Math.max(id + 1, Math.max(1024, old * 2)));
                Arrays.fill(heads, old, heads.length, NONE);
            }
            if (link >= ids.length) {
                ids = Arrays.copyOf(ids, link * 2);
                next = Arrays.copyOf(next, link * 2);
                before = Arrays.copyOf(before, link * 2);
            }
            ids[link] = id;
            next[link] = heads[id];
            before[link] = NONE;
            if (heads[id] != NONE) {
                before[heads[id]] = link;
            }
            heads[id] = link;
        }

        void remove(int link) {
            if (before[link] == NONE) {
                heads[ids[link]] = next[link];
            } else {
                next[before[link]] = next[link];
            }
            if (next[link] != NONE) {
                before[next[link]] = before[link];
            }
        }

        /** The oldest link of an id that has one too many, or -1. */
        int surplus(int id) {
            int count = 0;
            int last = NONE;
            for (int link = head(id); link != NONE; link = next[link]) {
                last = link;
                count++;
            }
            return count > limit ? last : NONE;
        }
    }
}

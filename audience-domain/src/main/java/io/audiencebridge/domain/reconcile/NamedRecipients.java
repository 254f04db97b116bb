// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the members' keys name. A key's mark is {@link MemberTable#NOBODY}; the id of its only recipient, if that is a positive number of 32 bits; else, negative, the number
 * under which that recipient, or a group of several, is held; or {@link #SUPPRESSED}. Safe for use by several threads, each with its own {@link Pen}.
 */
final class NamedRecipients {
    /** The mark of a key of somebody who opted out. */
    static final int SUPPRESSED = Integer.MIN_VALUE;

    private static final int PAGE = 8192;

    private final List<RecipientGroup> groups = new ArrayList<>();
    private volatile Page[] pages = new Page[0];

    /** A pen for one worker. */
    Pen pen() {
        return new Pen();
    }

    /** Whether the mark is of one recipient. */
    static boolean isSingle(int mark) {
        return mark > MemberTable.NOBODY || (isHeld(mark) && !isGroup(mark));
    }

    long high(int mark) {
        return mark > MemberTable.NOBODY ? 0 : page(mark).high(number(mark) % PAGE);
    }

    long low(int mark) {
        return mark > MemberTable.NOBODY ? mark : page(mark).low[number(mark) % PAGE];
    }

    /** The recipients of a group, each once; asked when nobody names any more. */
    IdSet group(int mark) {
        return groups.get(number(mark)).recipients();
    }

    private static boolean isHeld(int mark) {
        return mark < MemberTable.NOBODY && mark != SUPPRESSED;
    }

    /** Of marks that are held only. */
    private static boolean isGroup(int mark) {
        return (mark & 1) == 0;
    }

    private static int number(int mark) {
        return ~mark >>> 1;
    }

    private static int markOf(int number, boolean group) {
        return ~Math.addExact(Math.multiplyExact(number, 2), group ? 1 : 0);
    }

    private Page page(int mark) {
        return pages[number(mark) / PAGE];
    }

    private synchronized int another() {
        int number = pages.length;
        Page[] more = Arrays.copyOf(pages, number + 1);
        more[number] = new Page();
        pages = more;
        return number;
    }

    /** Ids; the first halves only once one is more than the sign of the last half. */
    private static final class Page {
        private final long[] low = new long[PAGE];
        private volatile long @Nullable [] high;

        void write(int at, long idHigh, long idLow) {
            low[at] = idLow;
            long[] wide = high;
            if (wide == null && idHigh != idLow >> (Long.SIZE - 1)) {
                wide = new long[PAGE];
                for (int i = 0; i < at; i++) {
                    wide[i] = low[i] >> (Long.SIZE - 1);
                }
                high = wide;
            }
            if (wide != null) {
                wide[at] = idHigh;
            }
        }

        long high(int at) {
            long[] wide = high;
            return wide == null ? low[at] >> (Long.SIZE - 1) : wide[at];
        }
    }

    /** Writes whom keys name; each page is written by one pen only. Not thread-safe. */
    final class Pen {
        private int number = -1;
        private int used = PAGE;

        /** Notes that the recipient has the key in {@code slot}. */
        void name(MemberTable table, int slot, long high, long low) {
            int mark = table.mark(slot);
            while (mark != SUPPRESSED && !isKnown(mark, high, low)) {
                if (mark == MemberTable.NOBODY
                        ? first(table, slot, high, low)
                        : several(table, slot, mark, high, low)) {
                    return;
                }
                mark = table.mark(slot);
            }
        }

        /** Notes that somebody who opted out has the key in {@code slot}. */
        void suppress(MemberTable table, int slot) {
            int mark = table.mark(slot);
            while (mark != SUPPRESSED && !table.mark(slot, mark, SUPPRESSED)) {
                mark = table.mark(slot);
            }
        }

        /** The same recipient and key seen twice is one pair (SEMANTICS S2). */
        private boolean isKnown(int mark, long high, long low) {
            return isSingle(mark) && low(mark) == low && high(mark) == high;
        }

        private boolean first(MemberTable table, int slot, long high, long low) {
            if (low > 0 && low <= Integer.MAX_VALUE && high == 0) {
                return table.mark(slot, MemberTable.NOBODY, (int) low);
            }
            if (used == PAGE) {
                number = another();
                used = 0;
            }
            pages[number].write(used, high, low);
            boolean mine = table.mark(slot, MemberTable.NOBODY, markOf(number * PAGE + used, false));
            used += mine ? 1 : 0;
            return mine;
        }

        private boolean several(MemberTable table, int slot, int mark, long high, long low) {
            synchronized (groups) {
                if (!isSingle(mark)) {
                    groups.get(number(mark)).add(high, low);
                    return true;
                }
                RecipientGroup group = new RecipientGroup();
                group.add(high(mark), low(mark));
                group.add(high, low);
                groups.add(group);
                if (table.mark(slot, mark, markOf(groups.size() - 1, true))) {
                    return true;
                }
                groups.remove(groups.size() - 1);
                return false;
            }
        }

        private long high(int mark) {
            return NamedRecipients.this.high(mark);
        }

        private long low(int mark) {
            return NamedRecipients.this.low(mark);
        }
    }
}

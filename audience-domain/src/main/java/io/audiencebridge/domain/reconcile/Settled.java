// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import java.util.Arrays;

/** What became of the keys of one partition. Not thread-safe. */
final class Settled {
    private final NamedRecipients named;
    private final AmbiguityPolicy policy;
    private final IdSetBuilder wide = new IdSetBuilder(1);
    private long[] numbers = {};
    private int count;
    private long matched;
    private long ambiguous;
    private long unmatched;
    private long suppressed;
    private long links;

    Settled(NamedRecipients named, AmbiguityPolicy policy) {
        this.named = named;
        this.policy = policy;
    }

    void add(MemberTables tables, int partition) {
        for (int i = 0; i < tables.ofPartition(); i++) {
            add(tables.at(partition, i));
        }
        numbers = Arrays.copyOf(numbers, count);
    }

    /** Whether a key names a recipient cannot be foreseen, so it is no branch: the mark of most that do is the recipient. Others are few, and come afterwards. */
    private void add(MemberTable table) {
        reserve(table.size());
        int end = count;
        int held = 0;
        for (int slot = 0; slot < table.size(); slot++) {
            int mark = table.mark(slot);
            numbers[end] = mark;
            end += (-mark & ~mark) >>> (Integer.SIZE - 1);
            held += mark >>> (Integer.SIZE - 1);
        }
        matched += end - count;
        links += end - count;
        unmatched += table.size() - held - (end - count);
        count = end;
        for (int slot = 0; held > 0 && slot < table.size(); slot++) {
            int mark = table.mark(slot);
            if (mark < MemberTable.NOBODY) {
                held--;
                addHeld(mark);
            }
        }
    }

    private void addHeld(int mark) {
        if (NamedRecipients.isSingle(mark)) {
            matched++;
            links++;
            enter(named.high(mark), named.low(mark));
        } else if (mark == NamedRecipients.SUPPRESSED) {
            suppressed++;
        } else {
            ambiguous++;
            links += enter(named.group(mark));
        }
    }

    /** Recipients who enter and are numbers of 64 bits, in any order, perhaps several times; as many as {@link #count()} says. */
    long[] numbers() {
        return numbers;
    }

    int count() {
        return count;
    }

    /** All others who enter. */
    IdSet wide() {
        return wide.build();
    }

    long matched() {
        return matched;
    }

    long ambiguous() {
        return ambiguous;
    }

    long unmatched() {
        return unmatched;
    }

    long suppressed() {
        return suppressed;
    }

    long links() {
        return links;
    }

    private long enter(IdSet group) {
        return switch (policy) {
            case ALL -> {
                for (int i = 0; i < group.size(); i++) {
                    enter(group.high(i), group.low(i));
                }
                yield group.size();
            }
            case FIRST -> {
                enter(group.high(0), group.low(0));
                yield 1;
            }
            case NONE -> 0;
        };
    }

    private void enter(long high, long low) {
        if (high != low >> (Long.SIZE - 1)) {
            wide.add(high, low);
            return;
        }
        reserve(1);
        numbers[count++] = low;
    }

    private void reserve(int more) {
        if (count + more > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(count + more, count + count / 2));
        }
    }
}

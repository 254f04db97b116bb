// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;

/** Counts what became of the distinct keys of some tables, and who enters. Not thread-safe. */
final class Settlement {
    private final NamedRecipients named;
    private final AmbiguityPolicy policy;
    private final IdSetBuilder entering = new IdSetBuilder();
    private long matched;
    private long ambiguous;
    private long unmatched;
    private long suppressed;
    private long duplicate;
    private long links;

    Settlement(NamedRecipients named, AmbiguityPolicy policy) {
        this.named = named;
        this.policy = policy;
    }

    void add(MemberTable table) {
        duplicate += table.duplicate();
        for (int slot = 0; slot < table.slots(); slot++) {
            int mark = table.mark(slot);
            if (NamedRecipients.isSingle(mark)) {
                matched++;
                links++;
                entering.add(named.high(mark), named.low(mark));
            } else if (mark == MemberTable.NOBODY) {
                unmatched++;
            } else if (mark == NamedRecipients.SUPPRESSED) {
                suppressed++;
            } else if (mark < 0) {
                ambiguous++;
                links += enter(named.group(mark));
            }
        }
    }

    /** The matching, of rows of which {@code invalid} had no valid key. */
    Matching matching(long read, long invalid) {
        MatchTally.Builder tally = MatchTally.builder();
        tally.read(read).matched(matched).ambiguous(ambiguous).unmatched(unmatched);
        tally.invalid(invalid).duplicate(duplicate).suppressed(suppressed).links(links);
        return new Matching(tally.build(), entering.build());
    }

    private long enter(IdSet group) {
        return switch (policy) {
            case ALL -> {
                entering.addAll(group);
                yield group.size();
            }
            case FIRST -> {
                entering.add(group.high(0), group.low(0));
                yield 1;
            }
            case NONE -> 0;
        };
    }
}

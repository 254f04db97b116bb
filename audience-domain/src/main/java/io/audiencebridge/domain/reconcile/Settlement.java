// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;

/** Counts what became of the members' distinct keys, and who enters, partition by partition. A partition's tables are given up once they are settled. */
final class Settlement {
    private final Crew crew;
    private final NamedRecipients named;
    private final AmbiguityPolicy policy;

    Settlement(Crew crew, NamedRecipients named, AmbiguityPolicy policy) {
        this.crew = crew;
        this.named = named;
        this.policy = policy;
    }

    /** The matching, of {@code read} rows of which {@code invalid} had no valid key and {@code duplicate} one that was there. */
    Matching settle(MemberTables tables, long read, long invalid, long duplicate) {
        Settled[] all = new Settled[MemberTables.PARTITIONS];
        crew.each(all.length, partition -> {
            all[partition] = new Settled(named, policy);
            all[partition].add(tables, partition);
            tables.clear(partition);
        });
        MatchTally.Builder tally = tally(all);
        tally.read(read).invalid(invalid).duplicate(duplicate);
        return new Matching(tally.build(), entering(all));
    }

    private static MatchTally.Builder tally(Settled[] all) {
        long matched = 0;
        long ambiguous = 0;
        long unmatched = 0;
        long suppressed = 0;
        long links = 0;
        for (Settled one : all) {
            matched += one.matched();
            ambiguous += one.ambiguous();
            unmatched += one.unmatched();
            suppressed += one.suppressed();
            links += one.links();
        }
        MatchTally.Builder tally = MatchTally.builder();
        tally.matched(matched).ambiguous(ambiguous).unmatched(unmatched);
        return tally.suppressed(suppressed).links(links);
    }

    private IdSet entering(Settled[] all) {
        boolean numbers = true;
        long[][] shares = new long[all.length][];
        int[] sizes = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            numbers &= all[i].wide().size() == 0;
            shares[i] = all[i].numbers();
            sizes[i] = all[i].count();
        }
        return numbers ? SortedNumbers.of(crew, shares, sizes) : mixed(all);
    }

    private static IdSet mixed(Settled[] all) {
        IdSetBuilder ids = new IdSetBuilder();
        for (Settled one : all) {
            ids.addAll(one.wide());
            for (int i = 0; i < one.count(); i++) {
                ids.add(one.numbers()[i] >> (Long.SIZE - 1), one.numbers()[i]);
            }
        }
        return ids.build();
    }
}

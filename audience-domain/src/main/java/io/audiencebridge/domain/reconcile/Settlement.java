// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;

/** Counts what became of the members' distinct keys, and who enters, table by table. A table is given up once it is settled. */
final class Settlement {
    private final Crew crew;
    private final NamedRecipients named;
    private final AmbiguityPolicy policy;

    Settlement(Crew crew, NamedRecipients named, AmbiguityPolicy policy) {
        this.crew = crew;
        this.named = named;
        this.policy = policy;
    }

    /** The matching, of {@code read} rows of which {@code invalid} had no valid key. */
    Matching settle(MemberTable[] tables, long read, long invalid) {
        Settled[] all = new Settled[tables.length];
        crew.each(tables.length, i -> {
            all[i] = new Settled(named, policy);
            all[i].add(tables[i]);
            tables[i] = MemberTable.NONE;
        });
        MatchTally.Builder tally = tally(all);
        return new Matching(tally.read(read).invalid(invalid).build(), entering(all));
    }

    private static MatchTally.Builder tally(Settled[] all) {
        long matched = 0;
        long ambiguous = 0;
        long unmatched = 0;
        long suppressed = 0;
        long duplicate = 0;
        long links = 0;
        for (Settled one : all) {
            matched += one.matched();
            ambiguous += one.ambiguous();
            unmatched += one.unmatched();
            suppressed += one.suppressed();
            duplicate += one.duplicate();
            links += one.links();
        }
        MatchTally.Builder tally = MatchTally.builder();
        tally.matched(matched).ambiguous(ambiguous).unmatched(unmatched);
        return tally.duplicate(duplicate).suppressed(suppressed).links(links);
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

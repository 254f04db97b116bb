// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PackingSource;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Small worlds side by side in one task, none with a key or a recipient of another: thousands of them for engines that take long to begin. What the task gives is the sum of what each
 * world gives by itself.
 */
final class ManyWorlds {
    private static final int COUNTS = 8;

    private final ReconciliationKey key;
    private final AmbiguityPolicy policy;
    private final boolean packed;
    private final List<EngineWorld> worlds = new ArrayList<>();
    private final IdSet kept;

    /**
     * So many worlds.
     *
     * @param packed whether the recipients come packed
     * @param remembering whether some members are known by fingerprints alone
     */
    ManyWorlds(
            long seed, int number, ReconciliationKey key, AmbiguityPolicy policy, boolean packed, boolean remembering) {
        this.key = key;
        this.policy = policy;
        this.packed = packed;
        IdSetBuilder known = new IdSetBuilder();
        for (int place = 0; place < number; place++) {
            EngineWorld world = new EngineWorld(seed + place, key, place);
            worlds.add(world);
            known.addAll(world.keptMembers());
        }
        this.kept = remembering ? known.build() : IdSet.EMPTY;
    }

    /** All worlds in one task, with sources of its own each time. */
    MatchTask task() {
        List<TextKeys> members = new ArrayList<>();
        List<TextKeys> recipients = new ArrayList<>();
        for (EngineWorld world : worlds) {
            members.addAll(world.members());
            recipients.addAll(world.recipients());
        }
        KeySource rows = new RowSource(recipients);
        return task(members, packed ? new PackingSource(rows, key, kept.size() > 0) : rows, kept)
                .packedRecipients(packed)
                .build();
    }

    /** What the plain reconciler gives, a world at a time. */
    Matching plain() {
        long[] sums = new long[COUNTS];
        IdSetBuilder entering = new IdSetBuilder();
        for (EngineWorld world : worlds) {
            IdSet known = kept.size() > 0 ? world.keptMembers() : IdSet.EMPTY;
            Matching matching = new PlainReconciler()
                    .match(
                            task(world.members(), new RowSource(world.recipients()), known)
                                    .build(),
                            Calls.ample())
                    .get();
            long[] counts = counts(matching.tally());
            Arrays.setAll(sums, i -> sums[i] + counts[i]);
            entering.addAll(matching.recipients());
        }
        MatchTally.Builder tally = MatchTally.builder();
        tally.read(sums[0]).matched(sums[1]).ambiguous(sums[2]).unmatched(sums[3]);
        tally.invalid(sums[4]).duplicate(sums[5]).suppressed(sums[6]).links(sums[7]);
        return new Matching(tally.build(), entering.build());
    }

    private MatchTask.Builder task(List<TextKeys> members, KeySource recipients, IdSet known) {
        MatchTask.Builder task = MatchTask.builder();
        task.key(key).members(new RowSource(members)).recipients(recipients);
        task.keptMembers(known).ambiguity(policy);
        return task;
    }

    private static long[] counts(MatchTally tally) {
        return new long[] {
            tally.read(),
            tally.matched(),
            tally.ambiguous(),
            tally.unmatched(),
            tally.invalid(),
            tally.duplicate(),
            tally.suppressed(),
            tally.links()
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The reconciler in memory: members' keys packed into 128 bits and held in tables in the order of their hashes, some 24 bytes a distinct key and 8 more for each that names
 * somebody; recipients stream by and are never held. Gives exactly what {@link PlainReconciler} gives.
 *
 * <p>Reads on the caller's thread and works beside it on the executor. One instance may serve several calls at once.
 */
public final class PackedReconciler {
    private static final int BYTES_PER_MEMBER = 40;

    private final Crew crew;
    private final long seed;
    private final long budget;

    /**
     * A reconciler.
     *
     * @param executor where helpers run; it need not have a free thread
     * @param hands how many threads may work on one call, the caller's included; usually the number of processors
     * @param seed of the hash; one that nobody outside can predict
     * @param budget bytes of memory that one call may take for members
     */
    public PackedReconciler(Executor executor, int hands, long seed, long budget) {
        this.crew = new Crew(executor, hands);
        this.seed = seed;
        this.budget = budget;
    }

    /**
     * Matches the members of {@code task} with its recipients. Left: a source failed, the call ended, the counts do not add up, or there are more members than the budget has
     * room for; then {@code LocalFailure} says so before recipients are read.
     */
    public Either<BridgeError, Matching> match(MatchTask task, Call call) {
        KeyHash hash = new KeyHash(seed);
        boolean byFingerprint = task.keptMembers().size() > 0;
        KeyChunks[] partitions = KeyChunks.ofAllPartitions();
        List<MemberKeys> members = new ArrayList<>();
        for (int i = 0; i < crew.hands(); i++) {
            members.add(new MemberKeys(KeyPacker.ofMembers(task.key(), byFingerprint), hash, partitions));
        }
        addKept(task.keptMembers(), members.get(0));
        return crew.drain(new BoundedSource(task.members(), most(task)), call, "reading members", members)
                .flatMap(read -> {
                    members.forEach(MemberKeys::flush);
                    MemberTable[] tables = tables(partitions);
                    return look(task, hash, tables, byFingerprint, call)
                            .map(named -> settle(task, members, tables, named))
                            .flatMap(matching -> matching.tally().balanced().map(balanced -> matching));
                });
    }

    private long most(MatchTask task) {
        return budget / BYTES_PER_MEMBER - task.keptMembers().size();
    }

    private static void addKept(IdSet kept, MemberKeys members) {
        for (int i = 0; i < kept.size(); i++) {
            members.add(kept.high(i), kept.low(i));
        }
    }

    /** A partition's chunks are given up as soon as its table stands, so that both are never there for all. */
    private MemberTable[] tables(KeyChunks[] partitions) {
        MemberTable[] tables = new MemberTable[partitions.length];
        crew.each(partitions.length, partition -> {
            tables[partition] = MemberTable.of(partitions[partition]);
            partitions[partition].clear();
        });
        return tables;
    }

    private Either<BridgeError, NamedRecipients> look(
            MatchTask task, KeyHash hash, MemberTable[] tables, boolean byFingerprint, Call call) {
        NamedRecipients named = new NamedRecipients();
        List<RecipientKeys> recipients = new ArrayList<>();
        for (int i = 0; i < crew.hands(); i++) {
            recipients.add(
                    new RecipientKeys(KeyPacker.ofRecipients(task.key(), byFingerprint), hash, tables, named.pen()));
        }
        return crew.drain(task.recipients(), call, "matching recipients", recipients)
                .map(rows -> named);
    }

    private static Matching settle(
            MatchTask task, List<MemberKeys> members, MemberTable[] tables, NamedRecipients named) {
        Settlement settlement = new Settlement(named, task.ambiguity());
        for (MemberTable table : tables) {
            settlement.add(table);
        }
        long read = task.keptMembers().size()
                + members.stream().mapToLong(MemberKeys::read).sum();
        return settlement.matching(
                read, members.stream().mapToLong(MemberKeys::invalid).sum());
    }
}

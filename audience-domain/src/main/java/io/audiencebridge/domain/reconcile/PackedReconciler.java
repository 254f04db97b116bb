// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

/**
 * The reconciler in memory: members' keys packed into 128 bits and held in tables in the order of their hashes, some 20 bytes a distinct key, and 8 or 16 more for
 * each that names a recipient whose id is no positive number of 32 bits; recipients stream by and are never held. Gives exactly what {@link PlainReconciler} gives.
 *
 * <p>Reads and works on the caller's thread and beside it on the executor. One instance may serve several calls at once.
 */
public final class PackedReconciler {
    private final Crew crew;
    private final long seed;
    private final long budget;
    private final UnaryOperator<KeyPacker> packing;

    /**
     * A reconciler.
     *
     * @param executor where helpers run; it need not have a free thread
     * @param hands how many threads may work on one call, the caller's included; usually the number of processors
     * @param seed of the hash; one that nobody outside can predict
     * @param budget bytes of memory that one call may take for members
     */
    public PackedReconciler(Executor executor, int hands, long seed, long budget) {
        this(executor, hands, seed, budget, packer -> packer);
    }

    /** For tests: {@code packing} may spoil packers. */
    PackedReconciler(Executor executor, int hands, long seed, long budget, UnaryOperator<KeyPacker> packing) {
        this.crew = new Crew(executor, hands);
        this.seed = seed;
        this.budget = budget;
        this.packing = packing;
    }

    /**
     * Matches the members of {@code task} with its recipients. Left: a source failed, the call ended, or the counts do not add up; {@code InvalidRequest} before anything is
     * read when more members are expected than the budget has room for, and {@code LocalFailure} before recipients are read when there turn out to be more. Proof of keys that
     * are packed with loss takes ten times the memory and one thread: whole keys are held then; {@code InvalidRequest} if recipients are packed already.
     */
    public Either<BridgeError, Matching> match(MatchTask task, Call call) {
        return Proof.possible(task).flatMap(possible -> matched(possible, call));
    }

    private Either<BridgeError, Matching> matched(MatchTask task, Call call) {
        MemberRoom room = MemberRoom.of(task, budget);
        MatchTask bounded = MatchTask.builder()
                .from(task)
                .members(new BoundedSource(task.members(), room))
                .build();
        return room.expected(task.expectedMembers().orElse(0))
                .flatMap(fits -> room.whole() ? new PlainReconciler().match(bounded, call) : packed(bounded, call));
    }

    private Either<BridgeError, Matching> packed(MatchTask task, Call call) {
        KeyHash hash = new KeyHash(task.recipients().hashSeed().orElse(seed));
        boolean byFingerprint = task.keptMembers().size() > 0;
        KeyChunks[] partitions = KeyChunks.ofAllPartitions();
        List<MemberKeys> members = new ArrayList<>();
        for (int i = 0; i < crew.hands(); i++) {
            members.add(
                    new MemberKeys(packing.apply(KeyPacker.ofMembers(task.key(), byFingerprint)), hash, partitions));
        }
        addKept(task.keptMembers(), members.get(0));
        return crew.drain(task.members(), call, "reading members", members).flatMap(read -> {
            members.forEach(MemberKeys::flush);
            long keys = keys(partitions);
            KeyFilter filter = new KeyFilter(keys);
            MemberTables tables = new MemberTables(keys);
            long duplicate = build(partitions, tables, filter);
            return look(task, hash, filter, tables, call)
                    .map(named -> settle(task, members, duplicate, tables, named))
                    .flatMap(matching -> matching.tally().balanced().map(balanced -> matching));
        });
    }

    private static void addKept(IdSet kept, MemberKeys members) {
        for (int i = 0; i < kept.size(); i++) {
            members.add(kept.high(i), kept.low(i));
        }
    }

    private static long keys(KeyChunks[] partitions) {
        long keys = 0;
        for (KeyChunks partition : partitions) {
            keys += partition.keys();
        }
        return keys;
    }

    /** How many keys came again. A partition's chunks are given up as soon as its tables stand, so that both are never there for all. */
    private long build(KeyChunks[] partitions, MemberTables tables, KeyFilter filter) {
        LongAdder duplicate = new LongAdder();
        crew.eachByHand(partitions.length, () -> {
            TableBuilder builder = new TableBuilder(tables, filter);
            return partition -> {
                duplicate.add(builder.build(partition, partitions[partition]));
                partitions[partition].clear();
            };
        });
        return duplicate.sum();
    }

    private Either<BridgeError, NamedRecipients> look(
            MatchTask task, KeyHash hash, KeyFilter filter, MemberTables tables, Call call) {
        NamedRecipients named = new NamedRecipients();
        List<RecipientKeys> recipients = new ArrayList<>();
        for (int i = 0; i < crew.hands(); i++) {
            KeyPacker packer = packing.apply(KeyPacker.ofRecipients(task));
            recipients.add(new RecipientKeys(packer, hash, filter, tables, named.pen()));
        }
        return crew.drain(task.recipients(), call, "matching recipients", recipients)
                .map(rows -> named);
    }

    private Matching settle(
            MatchTask task, List<MemberKeys> members, long duplicate, MemberTables tables, NamedRecipients named) {
        long read = task.keptMembers().size()
                + members.stream().mapToLong(MemberKeys::read).sum();
        long invalid = members.stream().mapToLong(MemberKeys::invalid).sum();
        return new Settlement(crew, named, task.ambiguity()).settle(tables, read, invalid, duplicate);
    }
}

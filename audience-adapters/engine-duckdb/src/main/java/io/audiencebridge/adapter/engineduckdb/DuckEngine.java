// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Matches in a database of each call's own. */
final class DuckEngine implements ReconciliationEngine {
    /** What of the memory the sieve may take, outside of the database's. */
    private static final int SIEVE_SHARE = 64;

    private final DuckEngineSettings settings;
    private final Path parent;
    private final long seed;

    DuckEngine(DuckEngineSettings settings, Path parent, long seed) {
        this.settings = settings;
        this.parent = parent;
        this.seed = seed;
    }

    @Override
    public Either<BridgeError, Matching> match(MatchTask task, Call call) {
        return call.check()
                .flatMap(open -> provable(task))
                .flatMap(provable -> Room.under(parent, settings))
                .flatMap(room -> room.enough(task).flatMap(enough -> match(task, room, call)))
                .flatMap(matching -> matching.tally().balanced().map(balanced -> matching));
    }

    /** Visitor ids are packed without loss, so that what is equal is proved; other keys by a half of their hashes. */
    private static Either<BridgeError, MatchTask> provable(MatchTask task) {
        return !task.proof()
                        || KeyPacker.isLossless(task.key(), task.keptMembers().size() > 0)
                ? Either.right(task)
                : Either.left(
                        BridgeError.InvalidRequest.of(
                                "proof",
                                "DuckDB compares these keys by 128 bits of their hashes; the engine in memory compares them in full"));
    }

    private Either<BridgeError, Matching> match(MatchTask task, Room room, Call call) {
        Feed members = new Feed(task.members(), call, "reading members");
        Feed recipients = new Feed(task.recipients(), call, "matching recipients");
        try (ScratchFolder scratch = ScratchFolder.under(parent);
                Database database = Database.open(settings, scratch.path(), room.temporaryBytes(), call)) {
            Match match = new Match(database, task.ambiguity());
            Sieve sieve = new Sieve(
                    task.expectedMembers().orElse(Long.MAX_VALUE), settings.memoryBytes() / SIEVE_SHARE, seed);
            MemberRows rows = new MemberRows(
                    members, task.keptMembers(), sieve, () -> KeyPacker.ofMembers(task), settings.threads());
            RecipientRows hits =
                    new RecipientRows(recipients, sieve, () -> KeyPacker.ofRecipients(task), settings.threads());
            match.readMembers(rows);
            Either<BridgeError, Long> read = members.read();
            if (read.isLeft()) {
                return Either.left(read.getLeft());
            }
            match.readRecipients(hits);
            return recipients.read().isLeft()
                    ? Either.left(recipients.read().getLeft())
                    : Either.right(match.settle(task.keptMembers().size() + read.get(), rows.invalid()));
        } catch (SQLException | IOException failed) {
            return members.read()
                    .flatMap(read -> recipients.read())
                    .flatMap(read -> call.check())
                    .flatMap(open -> Either.left(room.failure(failed)));
        }
    }
}

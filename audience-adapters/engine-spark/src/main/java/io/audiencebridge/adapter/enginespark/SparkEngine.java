// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import io.audiencebridge.adapter.enginespark.frames.Columns;
import io.audiencebridge.adapter.enginespark.frames.Reconciliation;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Matches on a cluster what the driver reads: keys are packed here, two numbers each travel. The recipients who enter come back to the driver, as the port wants it. For data
 * that is in the cluster already there is the client.
 */
final class SparkEngine implements ReconciliationEngine {
    private static final int NUMBERS_OF_KEY = 2;
    private static final int NUMBERS_OF_RECIPIENT = 5;

    private final SparkSession session;
    private final int driverBytes;

    SparkEngine(SparkSession session, int driverBytes) {
        this.session = session;
        this.driverBytes = driverBytes;
    }

    @Override
    public Either<BridgeError, Matching> match(MatchTask task, Call call) {
        if (task.proof() && !KeyPacker.isLossless(task.key(), task.keptMembers().size() > 0)) {
            return Either.left(
                    BridgeError.InvalidRequest.of(
                            "proof",
                            "Spark compares these keys by 128 bits of their hashes; the engine in memory compares them in full"));
        }
        return new Jobs(session, call)
                .run(() -> upload(task, call))
                .flatMap(matching -> matching.tally().balanced().map(balanced -> matching));
    }

    private Either<BridgeError, Matching> upload(MatchTask task, Call call) {
        Upload members = new Upload(session, Columns.KEYS, NUMBERS_OF_KEY, driverBytes);
        Upload recipients = new Upload(session, Columns.RECIPIENTS, NUMBERS_OF_RECIPIENT, driverBytes);
        IdSet kept = task.keptMembers();
        for (int i = 0; i < kept.size(); i++) {
            members.row().putLong(kept.high(i)).putLong(kept.low(i));
        }
        KeyPacker ofMembers = KeyPacker.ofMembers(task);
        KeyPacker ofRecipients = KeyPacker.ofRecipients(task);
        long[] invalid = new long[1];
        return drain(task.members(), call, "reading members", batch -> invalid[0] += members(batch, ofMembers, members))
                .flatMap(read -> drain(
                        task.recipients(),
                        call,
                        "matching recipients",
                        batch -> recipients(batch, ofRecipients, recipients)))
                .flatMap(read -> call.check())
                .map(open -> matching(task, members, recipients, invalid[0]));
    }

    private static Matching matching(MatchTask task, Upload members, Upload recipients, long invalid) {
        try (Reconciliation reconciliation = new Reconciliation(
                members.dataset(Upload.RowMaker::key),
                recipients.dataset(Upload.RowMaker::recipient),
                task.ambiguity())) {
            IdSetBuilder entering = new IdSetBuilder();
            var tally = reconciliation.tally(invalid);
            Iterator<Row> rows = reconciliation.entering().toLocalIterator();
            while (rows.hasNext()) {
                Row row = rows.next();
                entering.add(row.getLong(0), row.getLong(1));
            }
            return new Matching(tally, entering.build());
        }
    }

    /** Rows that are invalid. */
    private static long members(TextKeys batch, KeyPacker packer, Upload into) {
        long invalid = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.UNDECIDABLE) && packer.pack(batch.text(), batch.start(row), batch.end(row))) {
                into.row().putLong(packer.high()).putLong(packer.low());
            } else {
                invalid++;
            }
        }
        return invalid;
    }

    private static void recipients(TextKeys batch, KeyPacker packer, Upload into) {
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.KEYLESS) && packer.pack(batch.text(), batch.start(row), batch.end(row))) {
                into.row()
                        .putLong(packer.high())
                        .putLong(packer.low())
                        .putLong(batch.recipientHigh(row))
                        .putLong(batch.recipientLow(row))
                        .putLong(batch.has(row, TextKeys.OPTED_OUT) ? 1 : 0);
            }
        }
    }

    private static Either<BridgeError, Long> drain(KeySource source, Call call, String step, Batches batches) {
        long rows = 0;
        while (true) {
            Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> source.next());
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            if (next.get().isEmpty()) {
                return Either.right(rows);
            }
            TextKeys batch = next.get().get();
            batches.take(batch);
            rows += batch.size();
            batch.giveBack();
            call.progress().moved(step, rows, -1);
        }
    }

    private interface Batches {
        void take(TextKeys batch);
    }
}

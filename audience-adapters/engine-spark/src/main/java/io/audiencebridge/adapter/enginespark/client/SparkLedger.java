// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import io.audiencebridge.adapter.enginespark.frames.Columns;
import io.audiencebridge.adapter.enginespark.frames.FingerprintFiles;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The ledger of a bridge's home, read and written by the cluster: one file of sorted 16-byte fingerprints a run and audience, where a local bridge has it. A run counts once the
 * journal calls it delivered, so both must have the same journal. Safe for use by several threads, not for two runs of one id.
 */
public final class SparkLedger {
    private static final String ENDING = ".fingerprints";

    private final SparkSession session;
    private final String folder;
    private final Journal journal;

    private SparkLedger(SparkSession session, String folder, Journal journal) {
        this.session = session;
        this.folder = folder;
        this.journal = journal;
    }

    /**
     * The ledger in {@code folder}.
     *
     * @param folder what every executor reaches, such as {@code s3a://bucket/home/ledger}; in a bridge's home it is called {@code ledger}
     * @param journal of the same home
     */
    public static SparkLedger at(SparkSession session, String folder, Journal journal) {
        return new SparkLedger(session, folder, journal);
    }

    /** The fingerprints that delivered runs shared into {@code page}: columns {@code h} and {@code l}. Left: the journal's error, or {@code LocalFailure} when a file is cut or cannot be read. */
    public Either<BridgeError, Dataset<Row>> known(LedgerKey page) {
        FingerprintFiles files = files(page);
        try {
            Seq<String> delivered = Vector.empty();
            for (String name : files.names(ENDING)) {
                Either<BridgeError, Boolean> counts = isDelivered(name.substring(0, name.length() - ENDING.length()));
                if (counts.isLeft()) {
                    return Either.left(counts.getLeft());
                }
                delivered = counts.get() ? delivered.append(name) : delivered;
            }
            return files.read(session, delivered.asJava());
        } catch (IOException failed) {
            return Either.left(failure("read", failed));
        }
    }

    /** Writes down that {@code run} shares {@code members}; repeating it replaces them. Counts once {@link #delivered} was called. To be called before the rows are handed over. */
    public Either<BridgeError, RunId> keep(RunId run, NewMembers members) {
        try {
            files(members.page())
                    .write(run.value() + ENDING, members.fingerprints().select(Columns.HIGH, Columns.LOW));
            return Either.right(run);
        } catch (IOException failed) {
            return Either.left(failure("write", failed));
        }
    }

    /** Says that the rows of {@code run} were handed over: from now on nobody shares them again. {@code started} is when the run began, {@code now} is now. */
    public Either<BridgeError, RunRecord> delivered(RunId run, Instant started, Instant now) {
        return journal.save(RunRecord.builder()
                .run(run)
                .state(RunState.DELIVERED)
                .started(started)
                .updated(now)
                .putFacts("engine", "spark")
                .build());
    }

    private Either<BridgeError, Boolean> isDelivered(String run) {
        return journal.find(new RunId(run))
                .map(found -> found.exists(record -> record.state().isDelivered()));
    }

    /** Where a home keeps it: the audience's id is the system's own text, so it stands in hexadecimal digits. */
    private FingerprintFiles files(LedgerKey page) {
        String id = HexFormat.of().formatHex(page.audience().id().getBytes(StandardCharsets.UTF_8));
        return new FingerprintFiles(
                folder + "/" + page.audience().connection().value() + "/" + id + "/" + page.dataSourceId(),
                session.sparkContext().hadoopConfiguration());
    }

    private BridgeError failure(String what, IOException failed) {
        return BridgeError.LocalFailure.of("Cannot " + what + " the ledger in " + folder + ": "
                + failed.getClass().getSimpleName() + "; check the folder and the cluster's rights to it");
    }
}

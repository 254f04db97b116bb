// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.LedgerPieces;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.PriorityQueue;

/**
 * What several runs kept, side by side: every fingerprint once, in the order of an {@link IdSet}. Holds a piece of each run, some 16 MiB of all, however large the ledger is. Not
 * thread-safe.
 */
final class RunsInOrder {
    /** Fingerprints held of all runs together. */
    private static final int HELD = 1 << 20;

    private static final int SMALLEST = 512;
    private static final int LARGEST = 1 << 16;

    private final LedgerPieces ledger;
    private final LedgerKey page;
    private final int most;
    private final PriorityQueue<Cursor> runs = new PriorityQueue<>();
    private Option<BridgeError> error = Option.none();
    private long high;
    private long low;
    private boolean lasting;
    private long passed;

    RunsInOrder(LedgerPieces ledger, LedgerKey page, Seq<SharedRun> runs) {
        this.ledger = ledger;
        this.page = page;
        this.most = Math.max(SMALLEST, Math.min(LARGEST, HELD / Math.max(1, runs.size())));
        runs.forEach(run -> goOn(new Cursor(run)));
    }

    /** Goes to the next fingerprint. False: there is none, or a run could not be read. */
    boolean next() {
        Cursor first = runs.peek();
        if (first == null || error.isDefined()) {
            return false;
        }
        high = first.high();
        low = first.low();
        lasting = false;
        while (first != null && first.high() == high && first.low() == low) {
            lasting |= first.run.lasting();
            goOn(runs.remove());
            first = runs.peek();
        }
        passed++;
        return error.isEmpty();
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** Whether a lasting run kept it. */
    boolean isLasting() {
        return lasting;
    }

    /** Once there is no next one. Right: how many fingerprints there were. Left: why a run could not be read. */
    Either<BridgeError, Long> ended() {
        return error.<Either<BridgeError, Long>>map(Either::left).getOrElse(() -> Either.right(passed));
    }

    /** The rest without looking at it. Right: how many there were, those before included. */
    Either<BridgeError, Long> rest() {
        while (next()) {
            // counted
        }
        return ended();
    }

    /** Those of {@code keys} that come from now on. */
    Either<BridgeError, IdSet> among(IdSet keys) {
        IdsAmong among = new IdsAmong(keys);
        while (among.isOpen() && next()) {
            among.pass(high, low);
        }
        return ended().map(all -> among.found());
    }

    private void goOn(Cursor cursor) {
        if (cursor.advance()) {
            runs.add(cursor);
        }
    }

    /** Where one run is. */
    private final class Cursor implements Comparable<Cursor> {
        private final SharedRun run;
        private IdSet piece = IdSet.EMPTY;
        private int at = -1;
        private long before;

        Cursor(SharedRun run) {
            this.run = run;
        }

        long high() {
            return piece.high(at);
        }

        long low() {
            return piece.low(at);
        }

        /** Whether there is one more. */
        boolean advance() {
            if (++at < piece.size()) {
                return true;
            }
            before += piece.size();
            IdSet last = piece;
            piece = ledger.piece(page, run.run(), before, most).fold(this::failed, more -> more);
            at = 0;
            if (last.size() > 0 && piece.size() > 0 && !follows(last)) {
                failed(BridgeError.LocalFailure.of("What run " + run.run() + " shared into " + page.audience()
                        + " is not sorted in the ledger, so no bridge wrote it; restore the ledger from a backup"));
            }
            return piece.size() > 0 && error.isEmpty();
        }

        private boolean follows(IdSet last) {
            int end = last.size() - 1;
            return IdSet.compare(last.high(end), last.low(end), high(), low()) < 0;
        }

        private IdSet failed(BridgeError left) {
            error = error.orElse(Option.some(left));
            return IdSet.EMPTY;
        }

        @Override
        public int compareTo(Cursor other) {
            return IdSet.compare(high(), low(), other.high(), other.low());
        }
    }
}

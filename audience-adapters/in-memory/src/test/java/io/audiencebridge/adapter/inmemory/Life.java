// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/** A process that dies before or after one of its writes to what is kept; what was kept outlives it. Not thread-safe. */
final class Life {
    private int left;

    /** One that ends at the moment of that number: each write has one before and one after it. */
    Life(int moments) {
        this.left = moments;
    }

    static Life unending() {
        return new Life(Integer.MAX_VALUE);
    }

    private <T> T spend(Supplier<T> write) {
        pass();
        T answer = write.get();
        pass();
        return answer;
    }

    private void pass() {
        if (left-- == 0) {
            throw new Death();
        }
    }

    Journal journal(Journal kept) {
        return new Journal() {
            @Override
            public Either<BridgeError, RunRecord> save(RunRecord record) {
                return spend(() -> kept.save(record));
            }

            @Override
            public Either<BridgeError, Option<RunRecord>> find(RunId run) {
                return kept.find(run);
            }

            @Override
            public Either<BridgeError, Seq<RunRecord>> all() {
                return kept.all();
            }
        };
    }

    Memberships memberships(Memberships kept) {
        return new Memberships() {
            @Override
            public Either<BridgeError, Option<Membership>> find(LedgerKey audience) {
                return kept.find(audience);
            }

            @Override
            public Either<BridgeError, Membership> keep(LedgerKey audience, Membership membership) {
                return spend(() -> kept.keep(audience, membership));
            }
        };
    }

    EventStates eventStates(EventStates kept) {
        return new EventStates() {
            @Override
            public Either<BridgeError, Option<AppliedEvents>> find(LedgerKey audience) {
                return kept.find(audience);
            }

            @Override
            public Either<BridgeError, AppliedEvents> keep(LedgerKey audience, AppliedEvents applied) {
                return spend(() -> kept.keep(audience, applied));
            }
        };
    }

    Ledger ledger(Ledger kept) {
        return new Ledger() {
            @Override
            public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
                return spend(() -> kept.keep(audience, run, fingerprints));
            }

            @Override
            public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
                return kept.runs(audience);
            }

            @Override
            public Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run) {
                return kept.kept(audience, run);
            }
        };
    }

    /** Nobody catches it. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }
}

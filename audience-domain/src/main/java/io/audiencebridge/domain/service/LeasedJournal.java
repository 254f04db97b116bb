// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Journal;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** A journal in which only the holder of a lease may write. */
record LeasedJournal(Journal journal, HeldLease lease) implements Journal {
    @Override
    public Either<BridgeError, RunRecord> save(RunRecord record) {
        return lease.keep().flatMap(held -> journal.save(record));
    }

    @Override
    public Either<BridgeError, Option<RunRecord>> find(RunId run) {
        return journal.find(run);
    }

    @Override
    public Either<BridgeError, Seq<RunRecord>> all() {
        return journal.all();
    }
}

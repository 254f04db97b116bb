// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A journal that ends with the process: for tests and trials. */
public final class InMemoryJournal implements Journal, Erasable {
    private final Map<RunId, RunRecord> records = new ConcurrentHashMap<>();

    /** An empty journal. */
    public InMemoryJournal() {}

    @Override
    public Either<BridgeError, RunRecord> save(RunRecord record) {
        records.put(record.run(), record);
        return Either.right(record);
    }

    @Override
    public Either<BridgeError, Option<RunRecord>> find(RunId run) {
        return Either.right(Option.of(records.get(run)));
    }

    @Override
    public Either<BridgeError, Seq<RunRecord>> all() {
        return Either.right(Vector.ofAll(records.values()).sortBy(RunRecord::started));
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return all().map(found -> found.map(record -> KeptThing.builder()
                .kind(KeptThing.Kind.RUN)
                .name(record.run().value())
                .run(record.run())
                .touched(record.updated())
                .bytes(0)
                .build()));
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return Either.right(thing.run().map(run -> records.remove(run) != null).orElse(false));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** A loader that loads nothing. */
final class RehearsedLoader implements MemberLoader {
    /** The file, and the order to load it. */
    private static final int WRITES = 2;

    private final ConnectionName name;
    private final MemberLoader loader;
    private final Planned planned;

    RehearsedLoader(ConnectionName name, MemberLoader loader, Planned planned) {
        this.name = name;
        this.loader = loader;
        this.planned = planned;
    }

    @Override
    public boolean takes(long members) {
        return loader.takes(members);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(LoadOrder order, Call call) {
        return call.check().map(open -> new Sink());
    }

    @Override
    public Either<BridgeError, LoadState> look(LoadOrder order, Call call) {
        return Either.right(planned.isLoaded() ? new LoadState.Loaded() : new LoadState.NotBegun());
    }

    @Override
    public Either<BridgeError, Boolean> discard(LoadOrder order, Call call) {
        return Either.right(false);
    }

    private final class Sink implements KeySink<WriteSummary> {
        private long rows;

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            rows += batch.size();
            return Either.right(batch.size());
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            planned.loaded();
            planned.wrote(name, WRITES);
            planned.notice("The " + rows + " changes of the list go as one file that '" + name
                    + "' loads by a workflow of its own, for which the run waits");
            return Either.right(new WriteSummary(rows, Vector.empty()));
        }

        @Override
        public void abort() {
            rows = 0;
        }
    }
}
